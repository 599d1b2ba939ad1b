"""Both starts stand together, but still behind the join, and a thread that was not started cannot be joined.

The check says: cannot join thread before it is started
"""

import threading


def ask_both(rye, oats):
    first = threading.Thread(target=rye)
    second = threading.Thread(target=oats)
    first.join()
    first.start()
    second.start()
    second.join()
