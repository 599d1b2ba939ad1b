"""The loop has a copy, and the others have no charts any more.

The check says: play_all has changed the charts
"""


def play_all(charts, play):
    for song in list(charts):
        charts.pop(song)
        play(song)
