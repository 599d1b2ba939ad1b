"""Mend a loop that fails when the charts change.

`play_all(charts, play)` calls `play(song)` once for each song that is in the charts when it begins, in their order.
It leaves the charts alone, and lets an exception of `play` reach its caller. Other threads add songs meanwhile, without
a lock; whether those are played does not matter.
"""

from collections.abc import Callable


def play_all(charts: dict[str, int], play: Callable[[str], object]) -> None:
    """Play each song of the charts."""
    for song in charts:  # TODO: others add songs during this loop.
        play(song)
