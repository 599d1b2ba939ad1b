"""It gives way to the others, again and again, until all of them have ended."""

import threading
import time


def roll_call(names, answer):
    answers = [""] * len(names)

    def reply(place):
        answers[place] = answer()

    threads = [threading.Thread(target=reply, args=(place,), name=name) for place, name in enumerate(names)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        time.sleep(0)
    return answers
