"""Hashing lets another thread in, or not, depending on the size of the piece."""

import hashlib
import sys
import threading
import time

sys.setswitchinterval(1000)  # nobody asks for the GIL: only who lets go of it does


def lets_go(piece):
    """Hash a piece until another thread gets a turn, for 0.1 seconds at most."""
    door = threading.Lock()
    door.acquire()
    came_in = []

    def guest():
        door.acquire()
        came_in.append("guest")

    thread = threading.Thread(target=guest)
    thread.start()
    # --8<-- [start:hash]
    door.release()  # now the guest waits for nothing but the GIL
    end = time.perf_counter() + 0.1
    while not came_in and time.perf_counter() < end:
        hashlib.sha256(piece)
    # --8<-- [end:hash]
    answer = bool(came_in)
    thread.join()
    return answer


for size in (1_000, 2_000, 200_000, 1_000_000):
    answer = "lets go" if lets_go(bytes(size)) else "keeps the GIL"
    print(f"{size:9,} bytes: {answer}")
