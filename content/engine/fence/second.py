"""The second screen of a terminal: programs that fill all of it draw there, and leave the first as they found it."""

from collections.abc import Set
from copy import copy
from typing import Any, NamedTuple

from pyte import Screen
from pyte.screens import Char, Cursor

Row = tuple[Char, ...]

SAVING = 1049  # xterm's private mode that also keeps the cursor; 47 and 1047 leave it where it is
SECOND: Set[int] = frozenset((47, 1047, SAVING))


class Kept(NamedTuple):
    """The first screen while the second is seen: its cells, the rows that left it at its top, and where it goes on."""

    buffer: Any  # pyte's own
    above: list[Row]
    cursor: Cursor | None


class TwoScreens(Screen):
    """pyte's screen, of which there is one, and a second one; `above` are the rows that left it at its top."""

    _first: Kept | None = None

    def __init__(self, columns: int, lines: int) -> None:
        self.above: list[Row] = []
        super().__init__(columns, lines)

    @property
    def is_second(self) -> bool:
        """Whether the second is seen, of which nothing is kept that leaves it at its top."""
        return self._first is not None

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        """Begin something, such as to show the second screen."""
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private") and not SECOND.isdisjoint(modes) and not self._first:
            self._first = Kept(self.buffer, self.above, copy(self.cursor) if SAVING in modes else None)
            self.buffer, self.above = copy(self.buffer), []
            self.buffer.clear()

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        """End something, such as to show the second screen."""
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and not SECOND.isdisjoint(modes):
            self._show_first()

    def reset(self) -> None:
        """Be as at the beginning, but for what left the screen at its top."""
        self._show_first()
        super().reset()

    def _show_first(self) -> None:
        if self._first:
            self.buffer, self.above, cursor = self._first
            self.cursor = cursor or self.cursor
            self._first = None
