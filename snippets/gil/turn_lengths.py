"""How long a turn is if the switch interval is 1, 5 and 20 milliseconds."""

import sys
import threading
import time
from itertools import pairwise
from statistics import median

on_air = threading.Barrier(2)


def talk(stamps):
    on_air.wait()
    stamps.append(time.perf_counter())
    while stamps[-1] < stamps[0] + 0.15:
        sum(range(500))  # a word
        stamps.append(time.perf_counter())


def middle_turn():
    spoken = [[], []]
    presenters = [threading.Thread(target=talk, args=[mine]) for mine in spoken]
    for presenter in presenters:
        presenter.start()
    for presenter in presenters:
        presenter.join()
    # a turn of the one is a silence of the other
    gaps = [later - stamp for mine in spoken for stamp, later in pairwise(mine)]
    return median([gap for gap in gaps if gap > 0.0005] or [0.0]) * 1000


for name, interval in (("one", 0.001), ("five", 0.005), ("twenty", 0.02)):
    sys.setswitchinterval(interval)
    print(f"{name:6} {middle_turn():5.1f} ms")

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''one < 2 and 4.5 < five < 7 and 18 < twenty or free_threaded'''
# ///
