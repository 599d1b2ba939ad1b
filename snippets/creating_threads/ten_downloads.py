"""Ten prices are downloaded one after the other, and by an executor in ten threads."""

import time
from concurrent.futures import ThreadPoolExecutor


def download(mill):
    time.sleep(0.1)  # in place of waiting for the mill's server
    return 40 + mill


def one_after_the_other():
    return [download(mill) for mill in range(10)]


def in_ten_threads():
    with ThreadPoolExecutor(max_workers=10) as executor:
        return list(executor.map(download, range(10)))


for way in (one_after_the_other, in_ten_threads):
    start = time.perf_counter()
    prices = way()
    print(f"{way.__name__}: {time.perf_counter() - start:.2f} s")
    print(prices)

# /// run
# output = "varies"
# because = "it measures time, and only the last digit is noise"
# rare = true
# shows = '''in_ten_threads <= 0.5 * one_after_the_other'''
# ///
