"""A cook fails before it has said task_done, and the waiter waits forever."""

import queue
import threading

slips = queue.Queue()


def cook():
    while True:
        dish = slips.get()
        if dish == "fish":
            raise RuntimeError("the fish is burnt")
        slips.task_done()


slips.put("soup")
slips.put("fish")
threading.Thread(target=cook).start()
slips.join()
print("the table is served")

# /// run
# timeout = 2
# ends = "timeout"
# ///
