"""A short answer is there at once? Nobody waits for it.

The check says: returned, and did not wait for 1 of its 1 threads
"""

import threading


def roll_call(names, answer):
    answers = [None] * len(names)

    def reply(place):
        answers[place] = answer()

    for place, name in enumerate(names):
        threading.Thread(target=reply, args=(place,), name=name).start()
    return answers
