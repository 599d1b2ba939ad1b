"""The parentheses call the function at once, before there is a thread.

The check says: is called in the thread that calls ask_both(), not in a thread of its own
"""

import threading


def ask_both(rye, oats):
    first = threading.Thread(target=rye())
    second = threading.Thread(target=oats())
    first.start()
    second.start()
    first.join()
    second.join()
