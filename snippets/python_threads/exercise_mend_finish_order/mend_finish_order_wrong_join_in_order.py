"""The order of the joins is not the order of finishing.

The check says: knead_both(…, ['pie', 'bread']) returned ['bread dough', 'pie dough']
"""

import threading


def knead_both(knead, names):
    doughs = []

    def work(name):
        doughs.append(knead(name))

    first = threading.Thread(target=work, args=(names[0],))
    second = threading.Thread(target=work, args=(names[1],))
    first.start()
    second.start()
    first.join()
    second.join()
    return doughs
