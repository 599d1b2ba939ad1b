"""The real runs of a program, as pages, decks and the cache know them: what each printed, and when its threads ran.

A tape keeps what is printed within bounds and makes it fit to be shown.
"""

import re
from bisect import bisect
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

KEPT = 32 * 1024  # bytes of an output that are shown at most
CONTROL = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")  # all but the end of a line and the tab
MOVE = re.compile(CONTROL.pattern + rb"|(?<![^\n])[^\n]")  # where what stands there may change before its line ends
TOGETHER = 0.006  # seconds that two have to run at once: a place is true to a look or so, which is 2 ms or more

Span = tuple[float, float]  # seconds since the run began
Piece = tuple[bytes, float]  # bytes that came at once, and the moment


@dataclass(frozen=True)
class Lane:
    """A thread, or a process that has one: its life, when it `ran`, and when it was `ready` and no processor was free.

    All times are seconds since the run began. Raises ValueError if they are not pairs in order.
    """

    name: str
    begin: float
    end: float
    ran: tuple[Span, ...]
    ready: tuple[Span, ...]

    def __post_init__(self) -> None:
        for spans in (self.ran, self.ready):
            times = [self.begin, *(time for begin, end in spans for time in (begin, end)), self.end]
            if times != sorted(times):
                raise ValueError(f"{times} are not in order")


@dataclass(frozen=True)
class Run:
    """One real run: its output (stdout and stderr as one), how it ended, and where.

    `seconds` are those on the clock, `cpu` those on processors, of the program and the children that it waited for.
    `times` are the seconds from the start to the end of each line of `output`. Raises ValueError if there are not as
    many as lines.
    `moves` are those of each control character in it, but tabs, and of the beginning of each line, where it has any: so
    a replay can show what was drawn over.
    `opened` are the files of the course that it opened, or a Python that it started, by their paths there; `packages`
    those that it imported, by theirs without an ending.
    Of one that is `late`, a Python that it started without the course's environment may have printed later than on a
    terminal: into a pipe, it holds back what it prints.
    `timeline` has a lane for each thread of a run that was watched, and none where the system does not tell.
    `interrupted` is when Ctrl-C was pressed, in seconds from the start, and 0 if it was not.
    A run that has to show something did so at its try number `tries`; one that is not `is_shown` did not, nor did the
    tries before it. `load` is then how many programs wanted a processor, on an average of a minute, as it began.
    """

    output: str
    ended: str
    seconds: float
    cpu: float
    python: str
    machine: str
    times: tuple[float, ...]
    timeline: tuple[Lane, ...] = ()
    interrupted: float = 0.0
    moves: tuple[float, ...] = ()
    opened: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    late: bool = False
    tries: int = 1
    is_shown: bool = True
    load: float = 0.0

    def __post_init__(self) -> None:
        if len(self.times) != line_count(self.output):
            raise ValueError(f"{line_count(self.output)} lines, and times of {len(self.times)}")


def together(lanes: Sequence[Lane]) -> float:
    """Seconds in which two lanes or more ran at the same time, in stretches of at least `TOGETHER`."""
    begins = [(begin, 1) for lane in lanes for begin, _ in lane.ran]
    ends = [(end, -1) for lane in lanes for _, end in lane.ran]
    running, since, seconds = 0, 0.0, 0.0
    for time, change in sorted(begins + ends):
        if running == 2 and change == -1 and time - since >= TOGETHER:
            seconds += time - since
        running += change
        if running == 2 and change == 1:
            since = time
    return seconds


class Tape:
    """Takes the bytes of an output as they come and keeps its beginning and its end, `KEPT` bytes in all."""

    def __init__(self, kept: int = KEPT) -> None:
        self._half = kept // 2
        self._head: list[Piece] = []
        self._in_head = 0
        self._tail: deque[Piece] = deque()
        self._in_tail = 0
        self._size = 0

    def write(self, data: bytes, moment: float) -> None:
        """Take the next bytes, which came at a moment, in seconds, that is not before that of the last ones."""
        self._size += len(data)
        room = self._half - self._in_head
        if data and room:
            self._head.append((data[:room], moment))
            self._in_head += len(data[:room])
        rest = data[room:]
        if rest:
            self._tail.append((rest, moment))
            self._in_tail += len(rest)
        while self._tail and self._in_tail - len(self._tail[0][0]) >= self._half:
            self._in_tail -= len(self._tail.popleft()[0])

    def text(self) -> str:
        """The output as text; where its middle was left out, whole lines are, and one line says how much."""
        return _joined(self._shown()).decode(errors="replace")

    def times(self) -> list[float]:
        """The moment of each line of the text: that at which its last byte came.

        That of the line which says how much was left out is the moment at which the output goes on below it.
        """
        pieces = self._shown()
        moments = [moment for data, moment in pieces for _ in range(data.count(b"\n"))]
        is_open = bool(pieces) and not pieces[-1][0].endswith(b"\n")
        return [*moments, pieces[-1][1]] if is_open else moments

    def moves(self) -> list[float]:
        """The moments of each control character of the text and of the beginning of each line, in their order.

        None where there is no control character: then nothing is drawn over.
        """
        pieces = self._shown()
        text = _joined(pieces)
        if not CONTROL.search(text):
            return []
        ends = [*accumulate(len(data) for data, _ in pieces)]
        return [pieces[bisect(ends, move.start())][1] for move in MOVE.finditer(text)]

    def _shown(self) -> list[Piece]:
        if self._size <= 2 * self._half:
            return [*self._head, *self._tail]
        head, tail = _joined(self._head), _joined(self._tail)
        end = head.rfind(b"\n") + 1 or len(head)
        begin = len(tail) - self._half
        whole = tail.find(b"\n", begin) + 1
        begin = whole if 0 < whole < len(tail) else _next_character(tail, begin)
        end = end if head[end - 1 : end] == b"\n" else _last_character(head)
        above, below = [*_between(self._head, 0, end)], [*_between(self._tail, begin, len(tail))]
        if not above[-1][0].endswith(b"\n"):
            above.append((b"\n", above[-1][1]))
        gap = f"[… {self._size - end - len(tail) + begin:,} bytes left out …]\n"
        return [*above, (gap.encode(), below[0][1]), *below]


def _next_character(data: bytes, begin: int) -> int:
    """Where the next whole character begins; what is no UTF-8 has none, and is cut anywhere."""
    return next((at for at in range(begin, min(begin + 4, len(data))) if data[at] & 0xC0 != 0x80), begin)


def _last_character(data: bytes) -> int:
    """Where the last whole character ends."""
    first = next((at for at in range(len(data) - 1, max(len(data) - 4, 0) - 1, -1) if data[at] & 0xC0 != 0x80), 0)
    length = (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4)[data[first] >> 4]
    return first if first + length > len(data) and first else len(data)


def _joined(pieces: Iterable[Piece]) -> bytes:
    return b"".join(data for data, _ in pieces)


def _between(pieces: Iterable[Piece], begin: int, end: int) -> Iterator[Piece]:
    """What stands from one byte to another, counted over all pieces; no piece of it is empty."""
    for data, moment in pieces:
        if within := data[max(0, begin) : max(0, end)]:
            yield within, moment
        begin, end = begin - len(data), end - len(data)


def line_count(text: str) -> int:
    """How many lines a text has, of which the last need not end; nothing but a newline ends one."""
    return text.count("\n") + (not text.endswith("\n") and text != "")


def with_short_paths(text: str, names: Iterable[tuple[str, str]]) -> str:
    """Replace the folders of this machine by short names, the longest first; the text has as many lines as before."""
    for path, short in sorted(names, key=lambda pair: -len(pair[0])):
        if path in text and "\n" not in path:  # the name of such a folder stays
            text = re.sub(rf"(?<![\w.~-]){re.escape(path)}(?![\w-]|\.\w)", short, text)
    return text
