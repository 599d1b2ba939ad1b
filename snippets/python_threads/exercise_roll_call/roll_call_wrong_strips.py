"""Blanks at the end of an answer are cut off, and they are part of it.

The check says: returned ['here', 'here', 'here']; the answers were ['here ', 'here ', 'here ']
"""

import threading


def roll_call(names, answer):
    results = [""] * len(names)
    def work(i):
        results[i] = answer().strip()
    threads = [threading.Thread(target=work, args=(i,), name=n) for i, n in enumerate(names)]
    for t in threads: t.start()
    for t in threads: t.join()
    return results
