"""Without the joins, the list is made before the doughs are.

The check says: knead_both(…, ['pie', 'bread']) returned [None, None]
"""

import threading


def knead_both(knead, names):
    doughs = [None] * len(names)

    def work(place):
        doughs[place] = knead(names[place])

    for place in range(len(names)):
        threading.Thread(target=work, args=(place,)).start()
    return doughs
