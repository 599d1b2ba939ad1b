"""Each thread is an object that keeps its answer."""

import threading


class Guest(threading.Thread):
    def __init__(self, name, answer):
        super().__init__(name=name)
        self.ask = answer

    def run(self):
        self.answer = self.ask()


def roll_call(names, answer):
    guests = [Guest(name, answer) for name in names]
    for guest in guests:
        guest.start()
    for guest in guests:
        guest.join()
    return [guest.answer for guest in guests]
