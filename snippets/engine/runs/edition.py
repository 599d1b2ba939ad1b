"""The runs of a program on one Python that it asks for, or why there are none."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from snippets.engine.process.run import Run
from snippets.engine.program.interpreters import Interpreter, chosen
from snippets.engine.program.program import Program

HAS = {"fork": hasattr(os, "fork"), "proc": Path("/proc/self/task").is_dir()}


@dataclass(frozen=True)
class Edition:
    """The runs of a program on one interpreter; none where this build has none.

    Then `absent` names what is not shown, for readers, and `get` the Python that uv would fetch for it, if it is one.
    """

    python: str
    runs: tuple[Run, ...]
    absent: str = ""
    get: str = ""


def to_run_on(program: Program) -> list[Interpreter]:
    """The Pythons on which a program runs here: none where the machine has not what it needs."""
    return [] if _missing(program) else [one for one in chosen(program.declaration.python).values() if one]


def editions(program: Program, runs: Mapping[Interpreter, tuple[Run, ...]]) -> Iterator[Edition]:
    """An edition for each Python that a program asks for; `runs` has those on each that it runs on."""
    missing = _missing(program)
    for label, interpreter in chosen(program.declaration.python).items():
        if missing:
            yield Edition(label, (), f"its run, since this machine has no {missing}")
        elif interpreter is None:
            yield Edition(label, (), _in_words(label), _example(label))
        else:
            yield Edition(label, runs[interpreter])


def _missing(program: Program) -> str | None:
    return next((need for need in program.declaration.needs if not HAS[need]), None)


def _in_words(wish: str) -> str:
    """A wish that no interpreter meets, such as `>=3.14 free-threaded`, as readers would say it."""
    name = "free-threaded Python" if "free-threaded" in wish else "Python"
    versions = [word for word in wish.split() if word != "free-threaded"]
    return " ".join([name, *(re.sub(r"^>=(.+)", r"\1 or newer", version) for version in versions)])


def _example(wish: str) -> str:
    """A Python to fetch for a wish: `3.14t` for `>=3.14 free-threaded`."""
    number = re.search(r"3\.\d+", wish)
    return (number[0] if number else "3.14") + ("t" if "free-threaded" in wish else "")
