"""Sorted they are, but by the alphabet, which is another order.

The check says: knead_both(…, ['pie', 'bread']) returned ['bread dough', 'pie dough']
"""

import threading


def knead_both(knead, names):
    doughs = []

    def work(name):
        doughs.append(knead(name))

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(doughs)
