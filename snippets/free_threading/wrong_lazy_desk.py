"""Four threads ask for the mixing desk, which is made when it is needed."""

import threading


class Desk:
    def __init__(self):
        self.channels = [channel for channel in range(5_000)]  # this takes a moment
        desks.append(self)


desk = None
desks = []


def the_desk():
    global desk
    if desk is None:
        desk = Desk()
    return desk


def ask():
    together.wait()
    the_desk()


more_than_one = 0
together = threading.Barrier(4)
for _ in range(200):
    desk = None
    desks.clear()
    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    more_than_one += len(desks) > 1
print(f"more than one desk: {more_than_one} of 200 rounds")

# /// run
# output = "varies"
# because = "it depends on how many threads look before the first has finished"
# shows = '''more_than_one_desk > 10 or not free_threaded'''
# python = ["3.14", "free-threaded"]
# ///
