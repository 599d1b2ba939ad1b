"""The threads have no names.

The check says: answer() was called by threads with the names
"""

import threading


def roll_call(names, answer):
    answers = [None] * len(names)

    def reply(place):
        answers[place] = answer()

    threads = [threading.Thread(target=reply, args=(place,)) for place, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
