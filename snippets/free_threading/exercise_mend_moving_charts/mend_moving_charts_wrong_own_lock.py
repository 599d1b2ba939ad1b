"""A lock that nobody else takes.

The check says: play_all raised RuntimeError: dictionary changed size during iteration
"""

import threading

lock = threading.Lock()


def play_all(charts, play):
    with lock:
        for song in charts:
            play(song)
