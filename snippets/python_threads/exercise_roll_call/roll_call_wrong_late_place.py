"""The function looks up the place when it runs, and then the loop has gone on.

The check says: the answers were
"""

import threading


def roll_call(names, answer):
    answers = [None] * len(names)
    threads = []
    for place, name in enumerate(names):

        def reply():
            answers[place] = answer()

        threads.append(threading.Thread(target=reply, name=name))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
