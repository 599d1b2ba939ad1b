"""Those who take steps, and one order of their steps."""

import threading
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio

new_lock = threading.Lock  # the real one, taken before anything stands in its place
RUNS, READY, WAITS, DONE = "runs", "ready", "waits", "done"
OUTSIDE = "outside"  # of all stepped functions
ENDED, STUCK, IMPOSSIBLE, ENDLESS = "ended", "deadlock", "impossible", "endless"


def closed() -> Any:
    """A real lock that is taken."""
    lock = new_lock()
    lock.acquire()
    return lock


@dataclass(frozen=True)
class Order:
    """One run: whose step was taken when, what could be seen before each step and at the end, and how it ended.

    `able` has for each step the numbers of those who could have taken it. `state.py` says what a state is. `end` is
    `ended` or `deadlock`, and `output` all that was printed.
    """

    picks: tuple[int, ...]
    able: tuple[tuple[int, ...], ...]
    states: tuple[Any, ...]
    end: str
    output: str


@dataclass
class Wanted:
    """What somebody waits for: whether it is there, on what was which method called, and after how many seconds the
    wait ends by itself."""

    is_there: Callable[[], bool]
    what: Any
    call: str = ""
    seconds: float | None = None


@dataclass(eq=False)
class Actor:
    """A thread or a task. `number`, from 1, is its place among those that could be chosen so far; 0 for none.

    `frame` is that of the innermost stepped function that it is in, and `place` where in its line it is.
    """

    name: str
    thread: threading.Thread | None = None
    task: "asyncio.Task[Any] | None" = None
    number: int = 0
    state: str = READY
    frame: types.FrameType | None = None
    place: str = ""
    has_read: tuple[str, str] | None = None  # a shared name, and its value when this line read it
    wanted: Wanted | None = None
    baton: Any = field(default_factory=closed)  # whoever gets it goes on
    line_before: tuple[types.FrameType | None, int] = (None, 0)

    @property
    def can_go_on(self) -> bool:
        """Whether it waits for nothing but its turn."""
        return self.state == READY or (self.state == WAITS and bool(self.wanted and self.wanted.is_there()))

    @property
    def has_a_limit(self) -> bool:
        """Whether its wait ends by itself."""
        return self.wanted is not None and self.wanted.seconds is not None
