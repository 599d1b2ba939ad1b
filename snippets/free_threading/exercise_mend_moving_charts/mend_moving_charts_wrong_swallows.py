"""It has a copy, and still swallows all errors, those of `play` as well.

The check says: play() raised OSError('no record'), and play_all raised nothing
"""

import contextlib


def play_all(charts, play):
    with contextlib.suppress(Exception):
        for song in list(charts):
            play(song)
