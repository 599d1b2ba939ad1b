"""The answers are in the list as they came, and that is often the order of the names.

The check says: returned ['Ben is here', 'Ada is here', 'Cleo is here']
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
