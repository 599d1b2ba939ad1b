"""End a process in five ways and read its exit code."""

import multiprocessing
import sys
import time


def fail():
    raise ValueError("no such order")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    # --8<-- [start:ends]
    workers = {
        "returns": context.Process(target=time.sleep, args=(0,)),
        "raises": context.Process(target=fail),
        "sys.exit(7)": context.Process(target=sys.exit, args=(7,)),
        "kill()": context.Process(target=time.sleep, args=(60,)),
        "terminate()": context.Process(target=time.sleep, args=(60,)),
    }
    for end, worker in workers.items():
        worker.start()
        if end == "kill()":
            worker.kill()
        elif end == "terminate()":
            worker.terminate()
        worker.join()
        print(f"{end:<12} {worker.exitcode:>3}")
    # --8<-- [end:ends]
