"""A set is a copy, too, and has an order of its own.

The check says: not in their order
"""

def play_all(charts, play):
    for song in set(charts):
        play(song)
