"""How late the time signal is when a process or a thread beside it is busy."""

import threading
import time
from multiprocessing import get_context
from statistics import median


def talk():
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        for _ in range(1000):
            pass


def lateness():
    """Sleep for a millisecond, again and again: by how much was it more?"""
    late = []
    end = time.monotonic() + 0.2
    while time.monotonic() < end:
        begin = time.perf_counter()
        time.sleep(0.001)
        late.append(time.perf_counter() - begin - 0.001)
    return median(late) * 1000


def measure(beside, kind):
    presenter = kind(target=talk)
    presenter.start()
    print(f"{beside} {lateness():.2f} ms late")
    presenter.join()


if __name__ == "__main__":
    print(f"nobody busy:  {lateness():.2f} ms late")
    measure("busy process:", get_context("fork").Process)
    measure("busy thread: ", threading.Thread)

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''busy_thread > 3 and nobody_busy < 1.5 and busy_process < 1.5 or free_threaded'''
# needs = ["fork"]
# ///
