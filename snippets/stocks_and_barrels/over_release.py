"""A semaphore counts every release; a bounded one refuses one too many."""

import threading

seats = threading.Semaphore(3)
seats.release()
free = 0
while seats.acquire(blocking=False):
    free += 1
print("Semaphore(3) has", free, "free seats")

seats = threading.BoundedSemaphore(3)
seats.release()

# /// run
# ends = "exit 1"
# ///
