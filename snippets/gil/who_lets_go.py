"""Cores in use while two threads do the same piece of work, again and again."""

import hashlib
import json
import re
import threading
import zlib
from time import perf_counter, process_time, sleep

recording = bytes(range(250)) * 4_000
numbers = [number * 0.7 % 1 for number in range(50_000)]
text = str(numbers)

JOBS = {
    "sleep": lambda: sleep(0.02),
    "Python code": lambda: [number for number in numbers if number < 0.5],
    "sorted": lambda: sorted(numbers),
    "json": lambda: json.dumps(numbers),
    "re": lambda: re.sub("[13579]+", "odd", text),
    "zlib": lambda: zlib.compress(recording),
    "hashlib": lambda: hashlib.sha256(recording),
}


def again_and_again(name):
    end = perf_counter() + 0.25
    while perf_counter() < end:
        JOBS[name]()


for name in JOBS:
    threads = [threading.Thread(target=again_and_again, args=[name]) for _ in "ab"]
    begin, cpu = perf_counter(), process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{name}: {(process_time() - cpu) / (perf_counter() - begin):.2f}")

# /// run
# output = "varies"
# because = "it measures time, and other programs take their share of the cores"
# shows = '''zlib > 1.4 and hashlib > 1.4 and (sorted < 1.2 and json < 1.2 and re < 1.2 or free_threaded)'''
# ///
