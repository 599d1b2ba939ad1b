"""A minute is enough for any answer? Whoever needs longer is left behind.

The check says: did not wait for
"""

import threading


def roll_call(names, answer):
    answers = [None] * len(names)

    def reply(place):
        answers[place] = answer()

    threads = [threading.Thread(target=reply, args=(place,), name=name) for place, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers
