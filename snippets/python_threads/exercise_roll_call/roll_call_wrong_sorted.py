"""Sorted answers stand in the order of the alphabet, not in that of the list.

The check says: which is not the order of the names
"""

import threading


def roll_call(names, answer):
    answers = []

    def reply():
        answers.append(answer())

    threads = [threading.Thread(target=reply, name=name) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers)
