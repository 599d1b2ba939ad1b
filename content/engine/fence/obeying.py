"""What terminals obey beyond what pyte does: rows that scroll while the cursor stays, and a place that is kept."""

from collections.abc import Callable
from copy import copy
from typing import Any

from pyte import Stream

from content.engine.fence.second import TwoScreens


class ObeyingStream(Stream):
    """pyte's parser, with the sequences SU and SD of ECMA-48, and those of SCO that keep a place and go back to it."""

    def __init__(self, screen: "ObeyingScreen") -> None:
        self.csi = {**self.csi, "S": "scroll_up", "T": "scroll_down", "s": "keep_place", "u": "go_back"}
        super().__init__(screen)


class ObeyingScreen(TwoScreens):
    """Both screens, which obey these."""

    def scroll_up(self, count: int = 1, *more: int, private: bool = False) -> None:
        """Move the rows of the region up; what is empty comes in below. With `?`, it is about pictures."""
        if not more and not private:
            self._scroll(-1, self.index, count)

    def scroll_down(self, count: int = 1, *more: int, private: bool = False) -> None:
        """Move them down; what is empty comes in above. With more numbers, it is about the mouse."""
        if not more and not private:
            self._scroll(0, self.reverse_index, count)

    def _scroll(self, edge: int, move: Callable[[], None], count: int) -> None:
        """Move as often as is asked for, and can be seen, at an edge of the region, and come back."""
        top, bottom = self.margins or (0, self.lines - 1)
        here, self.cursor.y = self.cursor.y, (top, bottom)[edge]
        for _ in range(min(count or 1, bottom - top + 1)):
            move()
        self.cursor.y = here

    def keep_place(self, *numbers: int, private: bool = False) -> None:
        """Keep the place of the cursor, and its pen; with numbers or `?`, it asks for something else."""
        if not numbers[1:] and not any(numbers) and not private:
            self.save_cursor()

    def go_back(self, *numbers: int, private: bool = False) -> None:
        """Go where it was kept; with numbers or `?`, it asks for something else."""
        if not numbers[1:] and not any(numbers) and not private:
            self.restore_cursor()

    def restore_cursor(self) -> None:
        """Go where the cursor was kept, as often as is asked for: pyte forgets the place when it was there."""
        kept: list[Any] = [one._replace(cursor=copy(one.cursor)) for one in self.savepoints[-1:]]
        super().restore_cursor()
        self.savepoints[:] = kept
