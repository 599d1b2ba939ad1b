"""Do exercises of a course, in a terminal, until all are done or the learner has had enough."""

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue

import click

from content.engine.course.exercise import Exercise
from content.engine.practice.copies import lay_out
from content.engine.practice.events import Event, listening, taken, watched
from content.engine.practice.sitting import Sitting
from content.engine.practice.verdict import judged


def practise(root: Path, exercises: Sequence[Exercise], place: Path) -> None:
    """Watch copies of exercises of the course at `root`; what is missing of them in the folder `place` is made.

    Lines are read from the standard input. Raises OSError where the folder cannot be written, or not be watched.
    """
    copies = [lay_out(root, exercise, place) for exercise in exercises]
    sitting = Sitting(copies, judged, click.echo)
    events: SimpleQueue[Event] = SimpleQueue()
    with watched(place, events), contextlib.suppress(KeyboardInterrupt):
        listening(sys.stdin.fileno(), events)
        sitting.begin()
        news = taken(events)
        while not sitting.is_over and (new := next(news, None)) is not None:
            if isinstance(new, str):
                sitting.typed(new)
            else:
                sitting.saved(new)
    sitting.end()
