"""A woken thread goes on only when the one that woke it lets go of the lock."""

import threading

bell = threading.Condition()
asleep = threading.Semaphore(0)
log: list[str] = []


def sleeper() -> None:
    with bell:
        asleep.release()
        bell.wait()
        log.append("sleeper is up")


thread = threading.Thread(target=sleeper)
thread.start()
asleep.acquire()
with bell:
    bell.notify()
    log.append("bell was rung")
    log.append("ringer still holds the lock")
thread.join()
print(*log, sep="\n")
