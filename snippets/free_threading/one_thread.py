"""What three kinds of work cost in a single thread."""

import time
from collections.abc import Callable


def loop() -> None:
    total = 0
    for number in range(500_000):
        total += number


def call(number: int) -> int:
    return number


def calls() -> None:
    for number in range(200_000):
        call(number)


def objects() -> None:
    [{"song": number} for number in range(50_000)]


def milliseconds(work: Callable[[], None]) -> float:
    """The least of ten tries, in time on a processor."""
    tries = []
    for _ in range(10):
        begin = time.thread_time()
        work()
        tries.append(time.thread_time() - begin)
    return min(tries) * 1000


for work in (loop, calls, objects):
    print(f"{work.__name__:7} {milliseconds(work):6.1f} ms")

# /// run
# output = "varies"
# because = "it measures time"
# python = ["3.14", "free-threaded"]
# ///
