"""The line in the way is gone, and with it the wait for the first answer.

The check says: ask_both() has returned, and has not waited for the answer of: rye
"""

import threading


def ask_both(rye, oats):
    first = threading.Thread(target=rye)
    second = threading.Thread(target=oats)
    first.start()
    second.start()
    second.join()
