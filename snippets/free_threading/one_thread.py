"""What three kinds of work cost in a single thread."""

import time


def loop():
    total = 0
    for number in range(500_000):
        total += number


def call(number):
    return number


def calls():
    for number in range(200_000):
        call(number)


def objects():
    [{"song": number} for number in range(50_000)]


def milliseconds(work):
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
