"""`answer` is given the name.

The check says: roll_call(['Ada']) called answer() with 'Ada'
"""

import threading


def roll_call(names, answer):
    ts = [threading.Thread(target=answer, args=(n,), name=n) for n in names]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return []
