"""The answers are in the list as they came, and that is often the order of the names.

The check says: returned ['Ben is here, and has seat 3', 'Ada is here, and has seat 2', 'Cleo is here, and has seat 1'], which is not
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
    return answers
