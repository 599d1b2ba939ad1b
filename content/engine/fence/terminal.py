"""What a terminal shows of an output that moves its cursor, draws over lines or colours them: rows of cells.

pyte is the terminal: 24 rows, and as many columns as the longest line needs, 80 at the least. Rows that leave it at the
top stay readable above it, as in a window that can be scrolled back.
"""

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

from pyte.escape import RIS
from pyte.screens import Char, wcwidth

from content.engine.fence.controls import CONTROL, PICTURES, TOKEN, UNSEEN, plainly, with_semicolons
from content.engine.fence.obeying import ObeyingScreen, ObeyingStream
from content.engine.fence.second import Row

ROWS = 24  # what programs take a terminal to have that does not say
COLUMNS = 80
EMPTY = "\0"
ODD = (TypeError, UnboundLocalError, AssertionError, LookupError)  # what pyte raises of numbers that mean nothing


class Terminal(ObeyingScreen):
    """Both screens, with the rows that left them, dim text and wide characters.

    Dim text has the field `blink`: pyte has none for it, and a page does not blink.
    """

    def __init__(self, columns: int) -> None:
        super().__init__(columns, ROWS)

    @property
    def default_char(self) -> Char:
        """A cell in which nothing was printed, which is no blank that was."""
        return super().default_char._replace(data=EMPTY)

    def rows(self) -> list[Row]:
        """All rows from the first to the last that holds anything, or to that of the cursor; without empty ends."""
        found = [*self.above, *(self._row(y) for y in range(self.lines))]
        while len(found) > self.row + 1 and not found[-1]:
            found.pop()
        return found

    @property
    def row(self) -> int:
        """The row of the cursor, from 0 at the very top."""
        return len(self.above) + self.cursor.y

    def index(self) -> None:
        """Go down a row; the uppermost leaves the screen where there is none below."""
        if self.margins is None and self.cursor.y == self.lines - 1 and not self.is_second:
            self.above.append(self._row(0))
        super().index()

    def draw(self, data: str) -> None:
        """Put characters where the cursor is. What has no width of its own goes to the character before."""
        for character in data:
            width = wcwidth(character)
            if width > 0:
                self._part(width)
                super().draw(character)
            elif self.cursor.x:
                self._add(character)

    def select_graphic_rendition(self, *attrs: int) -> None:
        """Change the pen."""
        plain = plainly(attrs)
        if plain or not attrs:
            super().select_graphic_rendition(*plain)

    def erase_characters(self, count: int | None = None) -> None:
        """Erase some to the right."""
        with self._eraser():
            super().erase_characters(count)

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        """Erase the line, or what is on one side of the cursor."""
        with self._eraser():
            super().erase_in_line(how, private)

    def erase_in_display(self, how: int = 0, *args: Any, **kwargs: Any) -> None:
        """Erase the screen, or what is on one side of the cursor, or what has left it."""
        if how == 3:
            self.above.clear()
            return
        with self._eraser():
            super().erase_in_display(how, *args, **kwargs)

    @contextlib.contextmanager
    def _eraser(self) -> Iterator[None]:
        """What is erased keeps the ground of the pen, and nothing else of it."""
        pen = self.cursor.attrs
        self.cursor.attrs = Char(EMPTY, bg=pen.bg)
        yield
        self.cursor.attrs = pen

    def _part(self, width: int) -> None:
        """Leave a blank of a wide character of which half is written over."""
        line, x = self.buffer[self.cursor.y], self.cursor.x
        for stub, blank in ((x, x - 1), (x + width, x + width)):
            if x < self.columns and line[stub].data == "":
                line[blank] = line[blank]._replace(data=EMPTY)

    def _add(self, character: str) -> None:
        line, x = self.buffer[self.cursor.y], self.cursor.x - 1
        while x and line[x].data == "":
            x -= 1
        line[x] = line[x]._replace(data=line[x].data + character)

    def _row(self, y: int) -> Row:
        line = self.buffer[y]
        cells = [line[x] for x in range(max(line, default=-1) + 1)]
        while cells and _is_empty(cells[-1]):
            cells.pop()
        return tuple(cell._replace(data=" ") if cell.data == EMPTY else cell for cell in cells if cell.data)


def _is_empty(cell: Char) -> bool:
    return cell.data == EMPTY and cell.bg == "default" and not cell.reverse


class Showing:
    """Shows an output step by step."""

    def __init__(self, output: str) -> None:
        self._tokens = TOKEN.findall(output)
        self.terminal = Terminal(_width(self._tokens))
        self._stream = ObeyingStream(self.terminal)
        self._stream.use_utf8 = False  # nor do terminals forbid to choose a set of characters

    def steps(self, times: Sequence[float], moves: Sequence[float]) -> Iterator[tuple[float, float]]:
        """Show it, and stop whenever the rest came later: at the moment of what is shown, and at that of what is next.

        `times` are those of the ends of its lines, `moves` those of their beginnings and of its control characters. At
        the end, what is next never comes.
        """
        shown = 0.0
        for token, moment in zip(self._tokens, self._moments(iter(times), iter(moves)), strict=True):
            if moment > shown:
                yield shown, moment
                shown = moment
            self._show(token)
        yield shown, float("inf")

    def _moments(self, times: Iterator[float], moves: Iterator[float]) -> Iterator[float]:
        """When each token came; one that says nothing of it came with that before."""
        moment, before = 0.0, "\n"
        for number, token in enumerate(self._tokens, 1):
            came = [next(moves, moment) for _ in CONTROL.findall(token) or "." * (before == "\n" != token)]
            if token == "\n" or number == len(self._tokens):
                came.append(next(times, moment))
            moment, before = max(came, default=moment), token
            yield moment

    def whole(self) -> list[Row]:
        """Show all of it."""
        for token in self._tokens:
            self._show(token)
        return self.terminal.rows()

    def _show(self, token: str) -> None:
        token = with_semicolons(token) if token[:1] == "\x1b" else token
        if token in ("\n", "\x1bE"):
            self._stream.feed("\r\n")
        elif UNSEEN.fullmatch(token):
            return
        elif token == "\x1b":
            self._stream.feed("␛")
        else:
            with contextlib.suppress(*ODD):  # as terminals do
                self._stream.feed(token.translate(PICTURES))


def _width(tokens: Sequence[str]) -> int:
    longest, column = COLUMNS, 0
    for token in tokens:
        if token in ("\n", "\r", f"\x1b{RIS}"):
            column = 0
        elif not CONTROL.search(token):
            column += sum(8 if character == "\t" else max(0, wcwidth(character)) for character in token)
        longest = max(longest, column)
    return longest
