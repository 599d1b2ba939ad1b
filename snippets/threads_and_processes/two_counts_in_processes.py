"""Two counts to ten million, one after the other and in two processes."""

import multiprocessing
import time

Process = multiprocessing.get_context("fork").Process


def count():
    for _ in range(10_000_000):
        pass


def one_after_the_other():
    count()
    count()


def in_two_processes():
    first = Process(target=count)
    second = Process(target=count)
    first.start()
    second.start()
    first.join()
    second.join()


if __name__ == "__main__":
    for way in (one_after_the_other, in_two_processes):
        start = time.perf_counter()
        way()
        print(f"{way.__name__}: {time.perf_counter() - start:.2f} s")

# /// run
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''in_two_processes <= 0.75 * one_after_the_other'''
# needs = ["fork"]
# ///
