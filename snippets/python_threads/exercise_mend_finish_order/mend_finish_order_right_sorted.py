"""The pairs are sorted afterwards, by where the name stands."""

import threading


def knead_both(knead, names):
    doughs = []

    def work(name):
        doughs.append((names.index(name), knead(name)))

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [dough for _, dough in sorted(doughs)]
