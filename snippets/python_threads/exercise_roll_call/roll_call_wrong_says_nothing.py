"""Whoever answers nothing is taken for somebody who is not there.

The check says: roll_call(['Cleo', 'Ada', 'Ben']) returned 0 answers for 3 names
"""

import threading


def roll_call(names, answer):
    res = [""] * len(names)

    def work(i):
        res[i] = answer()

    ts = [threading.Thread(target=work, args=(i,), name=n) for i, n in enumerate(names)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return [r for r in res if r]
