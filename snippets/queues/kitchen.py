"""Two cooks wait at a queue, and each gets a slip of its own."""

import queue
import threading
import time

slips = queue.Queue()
cooked = []


def cook():
    cooked.append(slips.get())


cooks = [threading.Thread(target=cook) for _ in range(2)]
for thread in cooks:
    thread.start()
time.sleep(0.3)  # there is no guest yet
slips.put("soup")
slips.put("fish")
for thread in cooks:
    thread.join()
print("cooked:", sorted(cooked))
print(f"processor time: {time.process_time():.2f} s")

# /// run
# output = "varies"
# because = "it measures time, and only the last digit is noise"
# rare = true
# shows = '''processor_time < 0.2'''
# ///
