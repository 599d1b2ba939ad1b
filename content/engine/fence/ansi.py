"""An output with control characters, as text and as HTML without them: what a terminal shows of it, and how it came."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from snippets.engine.process.run import Run

FRAMES = 60  # states of a terminal that a replay shows, at the most
FASTEST = 0.05  # seconds from one to the next: who could tell more apart?


@dataclass(frozen=True)
class Frame:
    """A state of the terminal: when it came, in seconds, and its rows from the `first` that differs from before."""

    moment: float
    first: int
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """What a terminal shows at the end, as HTML, and how it came to that.

    Where the cursor only went on and on there are no `frames`, since each line came as it is. `pressed` is the row in
    which Ctrl-C was pressed.
    """

    html: str
    frames: tuple[Frame, ...]
    pressed: int


def text_of(output: str) -> str:
    """What a terminal shows at the end."""
    from content.engine.fence.terminal import Showing  # not at the top: few outputs need one

    return "\n".join("".join(cell.data for cell in row) for row in Showing(output).whole())


def html_of(output: str) -> str:
    """The same as HTML; colours and weights are spans, and none goes over the end of a line."""
    from content.engine.fence.painted import painted
    from content.engine.fence.terminal import Showing

    return "\n".join(map(painted, Showing(output).whole()))


def replayed(run: Run) -> Shown:
    """What a run showed that moved the cursor, state by state."""
    from content.engine.fence.painted import painted
    from content.engine.fence.terminal import Showing

    showing, slots = Showing(run.output), _Slots([*run.times, *run.moves])
    states: list[tuple[float, list[str]]] = []
    pressed = 0
    for moment, then in showing.steps(run.times, run.moves):
        if slots.number(moment) != slots.number(then):
            states.append((moment, [*map(painted, showing.terminal.rows())]))
        if moment <= run.interrupted < then:
            pressed = showing.terminal.row + bool(showing.terminal.cursor.x)
    _, rows = states[-1]
    return Shown("\n".join(rows), tuple(_frames(states)), min(pressed, len(rows) - 1))


class _Slots:
    """Stretches of time, of which a replay shows how each ends."""

    def __init__(self, moments: Iterable[float]) -> None:
        self._first, last = min(moments), max(moments)
        self._length = max(FASTEST, (last - self._first) / (FRAMES - 1))

    def number(self, moment: float) -> float:
        """Which stretch a moment is in; each is in one before endless time."""
        return (moment - self._first) // self._length


def _frames(states: Iterable[tuple[float, list[str]]]) -> Iterator[Frame]:
    """Each state by what differs from that before; those that show nothing yet, or nothing new, are none."""
    before: list[str] = []
    for moment, rows in states:
        same = (n for n, (one, other) in enumerate(zip(before, rows, strict=False)) if one != other)
        first = next(same, min(len(before), len(rows)))
        if rows != before and any(rows):
            yield Frame(moment, first, tuple(rows[first:]))
            before = rows
