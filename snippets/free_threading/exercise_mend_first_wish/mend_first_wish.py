"""Mend wishes that disappear.

Listeners wish for songs, each in a thread of its own, by `add(song, listener)`. Then `listeners`, a plain dict, has a
list of the listeners for each song. No wish may be lost, in whatever order the threads take their steps; who wishes
twice for a song is there twice.
"""


class Wishes:
    """Who wishes for which song."""

    def __init__(self) -> None:
        self.listeners: dict[str, list[str]] = {}

    def add(self, song: str, listener: str) -> None:
        """Note a wish."""
        # TODO: two may find that the song is new.
        if song not in self.listeners:
            self.listeners[song] = []
        self.listeners[song].append(listener)
