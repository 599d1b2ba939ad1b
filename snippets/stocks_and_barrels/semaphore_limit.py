"""Twelve downloads share three connections: a semaphore lets three in."""

import threading
import time

counting = threading.Lock()
open_now = 0
most = 0
# --8<-- [start:limit]
connections = threading.Semaphore(3)


def download() -> None:
    global open_now, most
    with connections:
        with counting:
            open_now += 1
            most = max(most, open_now)
        time.sleep(0.03)  # the network
        with counting:
            open_now -= 1


# --8<-- [end:limit]


downloads = [threading.Thread(target=download) for _ in range(12)]
for started in downloads:
    started.start()
for started in downloads:
    started.join()
print("connections open at once, at most:", most)
