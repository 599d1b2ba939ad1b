"""Two threads call one C function, first without the GIL, then with it."""

import ctypes
import threading
import time


def two_pauses(library):
    threads = [threading.Thread(target=library.usleep, args=[150_000]) for _ in "ab"]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{type(library).__name__}: {time.perf_counter() - begin:.2f} s")


two_pauses(ctypes.CDLL(None))
two_pauses(ctypes.PyDLL(None))

# /// run
# output = "varies"
# because = "it measures time, and only the last digit is noise"
# rare = true
# timeline = true
# shows = '''cdll < 0.25 and (pydll > 0.28 or free_threaded)'''
# needs = ["fork"]
# ///
