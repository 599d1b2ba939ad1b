"""A thread that has its work as a method; the functions of `time` are imported by their names."""

from threading import Thread
from time import perf_counter, process_time


class Worker(Thread):
    def __init__(self, work):
        super().__init__()
        self.work = work

    def run(self):
        self.work()


def cores_in_use(work, threads):
    workers = [Worker(work) for _ in range(threads)]
    cpu = process_time()
    begin = perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    end = perf_counter()
    return (process_time() - cpu) / (end - begin)
