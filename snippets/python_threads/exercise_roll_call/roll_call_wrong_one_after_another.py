"""Start and join in one loop keeps the order, because only one is there at a time.

The check says: waited for a thread when 1 of 3 were started
"""

import threading


def roll_call(names, answer):
    answers = []

    def reply():
        answers.append(answer())

    for name in names:
        thread = threading.Thread(target=reply, name=name)
        thread.start()
        thread.join()
    return answers
