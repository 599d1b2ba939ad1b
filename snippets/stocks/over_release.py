"""A semaphore counts every release; a bounded one refuses one too many."""

import threading

oven = threading.Semaphore(3)
oven.release()
free = 0
while oven.acquire(blocking=False):
    free += 1
print("Semaphore(3) has", free, "free places")

oven = threading.BoundedSemaphore(3)
oven.release()

# /// run
# ends = "exit 1"
# ///
