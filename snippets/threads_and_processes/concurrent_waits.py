"""Two waits of 0.3 seconds, one after the other and in two threads."""

import threading
import time


def download() -> None:
    time.sleep(0.3)  # stands for waiting for a server


def one_after_the_other() -> None:
    download()
    download()


def in_two_threads() -> None:
    threads = [threading.Thread(target=download) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


for way in (one_after_the_other, in_two_threads):
    start = time.perf_counter()
    way()
    print(f"{way.__name__:19} {time.perf_counter() - start:.2f} s")

# /// run
# output = "varies"
# because = "it measures time, and only the last digit is noise"
# rare = true
# timeline = true
# shows = '''in_two_threads < 0.75 * one_after_the_other'''
# ///
