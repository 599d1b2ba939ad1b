"""It looks whether both are still at work, and returns as soon as one of them has come back.

The check says: ask_both() has returned, and has not waited for the answer of: rye
"""

import threading
import time


def ask_both(rye, oats):
    threads = [threading.Thread(target=mill) for mill in (rye, oats)]
    for thread in threads:
        thread.start()
    while all(thread.is_alive() for thread in threads):
        time.sleep(0.01)
