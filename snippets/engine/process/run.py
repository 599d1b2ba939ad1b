"""The real runs of a program, as pages, decks and the cache know them."""

from dataclasses import dataclass

from snippets.engine.process.lane import Lane
from snippets.engine.process.tape import line_count


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
