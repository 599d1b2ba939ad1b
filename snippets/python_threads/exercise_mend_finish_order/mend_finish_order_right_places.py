"""Each thread has its place in the list."""

import threading


def knead_both(knead, names):
    doughs = [None] * len(names)

    def work(place):
        doughs[place] = knead(names[place])

    threads = [threading.Thread(target=work, args=(place,)) for place in range(len(names))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return doughs
