"""The answers of the last call are still there in this one.

The check says: roll_call(['Cleo']) returned 3 answers for 1 name
"""

import threading

answers = {}


def roll_call(names, answer):
    def work(i):
        answers[i] = answer()

    ts = [threading.Thread(target=work, args=(i,), name=n) for i, n in enumerate(names)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return [answers[k] for k in sorted(answers)]
