"""The copy is made by a loop, and during that loop songs are added, too.

The check says: play_all raised RuntimeError: dictionary changed size during iteration
"""


def play_all(charts, play):
    songs = [song for song in charts]
    for song in songs:
        play(song)
