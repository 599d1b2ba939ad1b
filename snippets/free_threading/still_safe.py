"""Four threads use one list, one dict and one deque, without a lock."""

import threading
from collections import deque

EACH = 25_000
played = []
requests = {}
waiting = deque(range(4 * EACH))
taken = [[], [], [], []]


def listen(listener):
    together.wait()
    for number in range(EACH):
        played.append(number)
        requests[listener * EACH + number] = "a song"
        taken[listener].append(waiting.popleft())


together = threading.Barrier(4)
listeners = [threading.Thread(target=listen, args=(number,)) for number in range(4)]
for thread in listeners:
    thread.start()
for thread in listeners:
    thread.join()
print("appended:", len(played))
print("assigned:", len(requests))
print("taken:   ", len({number for numbers in taken for number in numbers}))

# /// run
# python = ["3.14", "free-threaded"]
# ///
