"""Twelve dishes are made by one person, and then by three in a row."""

import itertools
import queue
import threading
import time

DISHES = range(12)


def work(dish):
    time.sleep(0.01)  # cook it, plate it, or serve it
    return dish


# --8<-- [start:station]
def station(inbox, outbox):
    while (dish := inbox.get()) is not None:
        outbox.put(work(dish))
    outbox.put(None)


# --8<-- [end:station]
begin = time.perf_counter()
for dish in DISHES:
    work(work(work(dish)))
print(f"one person: {1000 * (time.perf_counter() - begin):.0f} milliseconds")

begin = time.perf_counter()
# --8<-- [start:row]
hatch = [queue.Queue(maxsize=2) for _ in range(3)] + [queue.Queue()]
for inbox, outbox in itertools.pairwise(hatch):
    threading.Thread(target=station, args=(inbox, outbox)).start()
for dish in [*DISHES, None]:
    hatch[0].put(dish)
served = list(iter(hatch[-1].get, None))
# --8<-- [end:row]
print(f"three in a row: {1000 * (time.perf_counter() - begin):.0f} milliseconds")
print("in order:", served == list(DISHES))

# /// run
# output = "varies"
# because = "it measures time"
# shows = '''three_in_a_row < 0.7 * one_person'''
# ///
