"""A cook looks into a shared list again and again until there is a slip in it."""

import threading
import time

slips = []


def cook():
    while not slips:
        pass  # look again
    print("cooking", slips.pop(0))


thread = threading.Thread(target=cook)
thread.start()
time.sleep(0.3)  # there is no guest yet
slips.append("soup")
thread.join()
print(f"processor time: {time.process_time():.2f} s")

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''processor_time > 0.2'''
# ///
