"""Two price lists are downloaded, one after the other and in two threads."""

import threading
import time


def download():
    time.sleep(0.3)  # in place of waiting for a mill's server


def one_after_the_other():
    download()
    download()


def in_two_threads():
    first = threading.Thread(target=download)
    second = threading.Thread(target=download)
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
# because = "it measures time, and only the last digit is noise"
# rare = true
# timeline = true
# shows = '''in_two_threads < 0.75 * one_after_the_other'''
# ///
