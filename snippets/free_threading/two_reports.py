"""The words of two reports are counted, in one thread and in two."""

import threading
import time


def count_words():
    for _ in range(6_000_000):
        pass


def one_after_the_other():
    count_words()
    count_words()


def in_two_threads():
    first = threading.Thread(target=count_words)
    second = threading.Thread(target=count_words)
    first.start()
    second.start()
    first.join()
    second.join()


for way in (one_after_the_other, in_two_threads):
    begin = time.perf_counter()
    way()
    print(f"{way.__name__}: {time.perf_counter() - begin:.2f} s")

# /// run
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''(in_two_threads < 0.75 * one_after_the_other) == free_threaded'''
# python = ["3.14", "free-threaded"]
# ///
