"""`setdefault` looks and stores in one step, and `append` is another."""


class Wishes:
    """Who wishes for which song."""

    def __init__(self) -> None:
        self.listeners: dict[str, list[str]] = {}

    def add(self, song: str, listener: str) -> None:
        """Note a wish."""
        self.listeners.setdefault(song, []).append(listener)
