"""Answers are kept by the ident of their thread, which goes to the next thread when that has ended.

The check says: A thread began when another one had ended, and had the ident of that.
"""

import threading


def roll_call(names, answer):
    said = {}

    def work():
        said[threading.get_ident()] = answer()

    ts = [threading.Thread(target=work, name=n) for n in names]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return [said[t.ident] for t in ts]
