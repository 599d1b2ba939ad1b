"""The loop goes through a copy, which is made in one step and belongs to nobody else."""

from collections.abc import Callable


def play_all(charts: dict[str, int], play: Callable[[str], object]) -> None:
    """Play each song of the charts."""
    for song in charts.copy():
        play(song)
