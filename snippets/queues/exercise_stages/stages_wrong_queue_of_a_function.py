"""The queues are found by the functions. Where a function stands in two stages, both have the same queue.

The check says: pipeline() of 3 items with 3 stages, all the same function
"""

import queue
import threading

END = object()


def pipeline(items, stages, size):
    inboxes = {stage: queue.Queue(maxsize=size) for stage in stages}
    done = queue.Queue()

    def run(stage, outbox):
        while (item := inboxes[stage].get()) is not END:
            outbox.put(stage(item))
        outbox.put(END)

    outboxes = [*[inboxes[stage] for stage in stages[1:]], done]
    threads = [threading.Thread(target=run, args=pair) for pair in zip(stages, outboxes)]
    for thread in threads:
        thread.start()
    for item in items:
        inboxes[stages[0]].put(item)
    inboxes[stages[0]].put(END)
    for thread in threads:
        thread.join()
    return list(iter(done.get, END))
