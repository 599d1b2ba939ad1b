"""Place and answer come through a queue, and are sorted by the place."""

import queue
import threading


def roll_call(names, answer):
    seats = queue.Queue()
    threads = [
        threading.Thread(target=lambda place=place: seats.put((place, answer())), name=name)
        for place, name in enumerate(names)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [words for _, words in sorted(seats.get() for _ in names)]
