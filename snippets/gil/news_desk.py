"""Four reports are fetched and counted, one by one and in four threads."""

import threading
import time


def fetch_and_count():
    time.sleep(0.05)  # the server of the news agency
    for _ in range(100_000):  # the words of its report
        pass


def one_after_the_other():
    for _ in range(4):
        fetch_and_count()


def in_four_threads():
    threads = [threading.Thread(target=fetch_and_count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


for way in (one_after_the_other, in_four_threads):
    begin = time.perf_counter()
    way()
    print(f"{way.__name__}: {time.perf_counter() - begin:.2f} s")

# /// run
# output = "varies"
# because = "it measures time"
# timeline = true
# shows = '''in_four_threads < 0.6 * one_after_the_other'''
# ///
