"""Round and round, until no thread is alive: it keeps a processor busy, which nobody forbids."""

import threading


def roll_call(names, answer):
    answers = {}

    def reply(place):
        words = answer()
        answers[place] = words

    threads = [threading.Thread(target=reply, args=(place,), name=name) for place, name in enumerate(names)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        pass
    return [answers[place] for place in range(len(names))]
