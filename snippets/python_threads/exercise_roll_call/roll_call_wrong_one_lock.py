"""A lock around the answer lets them answer one after the other.

The check says: did not meet the others in answer()
"""

import threading


def roll_call(names, answer):
    lock = threading.Lock()
    answers = [None] * len(names)

    def reply(place):
        with lock:
            answers[place] = answer()

    threads = [threading.Thread(target=reply, args=(place,), name=name) for place, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
