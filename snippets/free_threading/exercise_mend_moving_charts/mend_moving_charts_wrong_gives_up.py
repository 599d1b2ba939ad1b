"""The error is caught, and the other songs are not played.

The check says: was in the charts when play_all began, and was played 0 times
"""


def play_all(charts, play):
    try:
        for song in charts:
            play(song)
    except RuntimeError:
        pass
