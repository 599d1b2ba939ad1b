"""What a program declares about its own run, in a block at the end of its file."""

import os
import re
import tomllib
from dataclasses import dataclass, fields, replace
from typing import Any

from packaging.version import Version

from snippets.engine.program import complaints
from snippets.engine.program.interpreters import comparison
from snippets.engine.program.problem import Problem, ProblemError

BLOCK = re.compile(r"^# /// run[ \t]*\n(?P<body>(?:#(?:| .*)\n)*?)# ///[ \t]*(?:\n|\Z)", re.MULTILINE)
OPENING = re.compile(r"^#[ \t]*///[ \t]*run\b", re.MULTILINE)
TIMEOUT = 10.0  # seconds that a run may take that declares nothing else
Ends = str | tuple[tuple[str, str], ...]  # an ending, or pairs of what a Python is asked for and an ending


@dataclass(frozen=True)
class Given:
    """What a program is given for its run.

    Arguments, text on standard input, variables of the environment, options of the interpreter, files: these are
    paths from the folder of the program; those outside of it are read where they lie.
    `interrupt` is the line after which Ctrl-C is pressed, or seconds from the start.
    """

    args: tuple[str, ...] = ()
    stdin: str = ""
    env: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    interrupt: str | float = ""

    @property
    def given(self) -> "Given":
        """This alone, of a declaration that says more."""
        return Given(**{field.name: getattr(self, field.name) for field in fields(Given)})

    @property
    def beside(self) -> tuple[str, ...]:
        """The files that stand in the folder in which it works, by their paths there."""
        paths = (os.path.normpath(name) for name in self.files)
        return tuple(path for path in paths if path.split(os.sep)[0] != os.pardir)

    @property
    def is_anything(self) -> bool:
        """Whether there is something that readers have to know."""
        return replace(self.given, files=self.beside) != NOTHING


NOTHING = Given()


@dataclass(frozen=True)
class Declaration(Given):
    """What a run is given, how it ends, how much its output varies, what it shows and what it needs."""

    timeout: float = TIMEOUT
    ends: Ends = "ok"
    output: str = "exact"
    because: str = ""
    runs: int = 1
    rare: bool = False
    alone: bool = False
    timeline: bool = False
    shows: str = ""
    python: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()

    def ends_on(self, python: str) -> str:
        """How a run ends on a Python such as `3.14.0` or `3.13.5t`: as the first that it meets says.

        Empty where nothing is declared for it. What is said of a version holds for its builds without the GIL, and
        before its release, too.
        """
        return next((ending for wish, ending in self.endings if not wish or _meets(python, wish)), "")

    @property
    def endings(self) -> tuple[tuple[str, str], ...]:
        """Each ending that is declared, behind the Pythons that it is for; these are empty where it is for all."""
        return (("", self.ends),) if isinstance(self.ends, str) else self.ends


def split(text: str, path: str) -> tuple[str, Declaration]:
    """Part a program into what its readers see and what it declares.

    Raises ProblemError naming `path` for a block that is unclosed, not at the end, or says something unknown.
    """
    blocks = list(BLOCK.finditer(text))
    opened = [text.count("\n", 0, match.start()) + 1 for match in OPENING.finditer(text)]
    if not opened:
        return text.rstrip("\n") + "\n", Declaration()
    if len(opened) > 1:
        raise ProblemError(Problem(path, opened[1], "A second run block.", "Declare everything in one."))
    if not blocks:
        how = "Begin each line with '# ' and close it with '# ///'."
        raise ProblemError(Problem(path, opened[0], "The run block has no end.", how))
    block = blocks[0]
    if text[block.end() :].strip():
        raise ProblemError(Problem(path, opened[0], "The run block stands inside the program.", "Move it to the end."))
    return text[: block.start()].rstrip("\n") + "\n", _declared(block["body"], path, opened[0] + 1)


def _declared(body: str, path: str, first_line: int) -> Declaration:
    lines = [line[2:] for line in body.splitlines()]
    try:
        table = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = first_line + int(at[1]) - 1 if at else first_line + len(lines) - 1
        raise ProblemError(Problem(path, line, f"The run block is not TOML: {error}.", "Mend that line.")) from None
    known = {field.name: field.default for field in fields(Declaration)}
    problems = []
    for key, what, do in complaints.wrong(table, known):
        where = next((n for n, line in enumerate(lines) if re.match(rf"{re.escape(key)}\s*=", line)), 0)
        problems.append(Problem(path, first_line + where, what, do))
    if problems:
        raise ProblemError(*problems)
    return Declaration(**{key: _as_declared(value) for key, value in table.items()})


def _as_declared(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple(value.items())
    return tuple(value) if isinstance(value, list) else value


def _meets(python: str, wish: str) -> bool:
    words = wish.split()
    is_free_threaded = python.endswith("t")
    # A build from a clone adds a plus sign.
    number = Version(python.removesuffix("t").removesuffix("+")).base_version
    found = [comparison(word) for word in words if word != "free-threaded"]
    return (is_free_threaded or "free-threaded" not in words) and all(
        one is not None and one.contains(number) for one in found
    )
