"""Two counts to ten million, one after the other and in two threads."""

import threading
import time


def count():
    for _ in range(10_000_000):
        pass


def one_after_the_other():
    count()
    count()


def in_two_threads():
    first = threading.Thread(target=count)
    second = threading.Thread(target=count)
    first.start()
    second.start()
    first.join()
    second.join()


for way in (one_after_the_other, in_two_threads):
    start = time.perf_counter()
    way()
    print(f"{way.__name__}: {time.perf_counter() - start:.2f} s")

# /// run
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''in_two_threads >= 0.8 * one_after_the_other or free_threaded'''
# ///
