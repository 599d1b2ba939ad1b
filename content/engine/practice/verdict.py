"""What the check of an exercise says of an answer: pytest runs it as every program of the course is run."""

import re
import threading
from dataclasses import dataclass
from pathlib import Path

from content.engine.practice.copies import Copy
from snippets.engine.process.machine import environment
from snippets.engine.process.remains import adopt_orphans, fresh_folder
from snippets.engine.process.run import with_short_paths
from snippets.engine.process.runner import short_names
from snippets.engine.process.session import Session
from snippets.engine.program.interpreters import building

LONGEST = 300.0  # seconds; checks end themselves long before
TOLD = re.compile(r"^=+ (?:FAILURES|ERRORS) =+\n_+ .* _+\n(?P<told>.*?)^=+ ", re.MULTILINE | re.DOTALL)
PASSED = re.compile(r"^=+ \d+ passed in .* =+$", re.MULTILINE)  # and none failed, was skipped or warned


@dataclass(frozen=True)
class Verdict:
    """Whether a check passes, and what it says if it does not."""

    is_passed: bool
    told: str = ""


def judged(copy: Copy) -> Verdict:
    """Run the check of a copy, somewhere else, so that nothing comes into the folder of the learner.

    Whatever the answer has started is ended. Raises OSError where no process can be had.
    """
    adopt_orphans()
    python = building()
    names = [path.relative_to(copy.folder).as_posix() for path in copy.files()]
    with fresh_folder(copy.folder, names) as home:
        session = Session([python.path, "-m", "pytest", "--color=no"], home, environment(home, python))
        try:
            in_time = session.follow(LONGEST, threading.Event())
        finally:
            session.end()
    printed = with_short_paths(session.tape.text(), short_names(Path(home) / copy.answer.name, python, home))
    return of_output(printed, session.status) if in_time else Verdict(False, f"{printed}\nIt does not come to an end.")


def of_output(printed: str, status: int) -> Verdict:
    """What pytest found, from what it printed and its status: the one message where it has one, else all of it."""
    if status == 0 and PASSED.search(printed):
        return Verdict(True)
    found = TOLD.search(printed)
    return Verdict(False, (found["told"] if found else printed).strip("\n"))
