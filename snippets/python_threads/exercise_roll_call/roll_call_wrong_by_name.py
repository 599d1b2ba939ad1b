"""A dictionary from name to answer. A name is a label, not a key: of two Adas it keeps one.

The check says: ; the answers were [
"""

import threading


def roll_call(names, answer):
    answers = {}

    def reply():
        answers[threading.current_thread().name] = answer()

    threads = [threading.Thread(target=reply, name=name) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answers[name] for name in names]
