"""`keys()` is a view of the charts, not a copy.

The check says: play_all raised RuntimeError: dictionary changed size during iteration
"""


def play_all(charts, play):
    for song in charts.keys():
        play(song)
