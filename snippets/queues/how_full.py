"""A fast waiter and a slow cook, without a limit and with room for three."""

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


print("without a limit:", serve(queue.Queue()), "slips at most")
print("with room for three:", serve(queue.Queue(maxsize=3)), "slips at most")

# /// run
# output = "varies"
# because = "how long the line gets depends on how fast both are today"
# rare = true
# shows = '''without_a_limit >= 8 and with_room_for_three == 3'''
# ///
