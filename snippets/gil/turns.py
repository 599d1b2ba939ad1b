"""Two presenters talk, and stamp the clock after every word."""

import threading
import time
from statistics import median

spoken = {"ann": [], "ben": []}
on_air = threading.Barrier(2)
zero = time.perf_counter()


def talk(stamps):
    on_air.wait()  # until both are here
    while not stamps or stamps[-1] < 60:
        sum(range(500))  # a word
        stamps.append((time.perf_counter() - zero) * 1000)  # milliseconds


def turns(stamps):
    begin = last = stamps[0]
    for stamp in stamps:
        if stamp > last + 1:  # silent for a millisecond: a new turn
            yield begin, last
            begin = stamp
        last = stamp
    yield begin, last


threads = [threading.Thread(target=talk, args=[mine]) for mine in spoken.values()]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lengths = []
for name, mine in spoken.items():
    print(f"{name}:", *(f"{begin:.1f}-{end:.1f}" for begin, end in turns(mine)), "ms")
    lengths += [end - begin for begin, end in turns(mine)]
print(f"middle turn: {median(lengths):.1f} ms")

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''4.5 < middle_turn < 6 or free_threaded'''
# ///
