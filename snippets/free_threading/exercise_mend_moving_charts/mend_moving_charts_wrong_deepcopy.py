"""A deep copy is made by a loop, too, which is in another file.

The check says: play_all raised RuntimeError: dictionary changed size during iteration
"""

import copy


def play_all(charts, play):
    for song in copy.deepcopy(charts):
        play(song)
