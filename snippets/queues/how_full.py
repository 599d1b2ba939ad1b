"""A waiter is four times as fast as the cook, and writes on a queue without a limit and on one with room for three."""

import queue
import threading
import time


def serve(slips):
    lengths = []

    def cook():
        for _ in range(20):
            slips.get()
            time.sleep(0.02)

    thread = threading.Thread(target=cook)
    thread.start()
    for number in range(20):
        slips.put(number)
        lengths.append(slips.qsize())
        time.sleep(0.005)
    thread.join()
    return max(lengths)


# --8<-- [start:two]
print("without a limit:", serve(queue.Queue()), "slips at most")
print("with room for three:", serve(queue.Queue(maxsize=3)), "slips at most")
# --8<-- [end:two]

# /// run
# output = "varies"
# because = "how long the line gets depends on how fast both are today"
# rare = true
# shows = '''without_a_limit >= 8 and with_room_for_three == 3'''
# ///
