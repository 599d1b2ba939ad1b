"""What a program is given for its run: command line, environment, standard input, and files to work with."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from snippets.engine.program import flags

Complaint = tuple[str, str, str]  # about which declaration, what is wrong, what to do

TIMEOUT = 10.0  # seconds that a run may take that declares nothing else
MOST_INPUT = 4096  # bytes of standard input, the least that a pipe holds on any system
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
TAKEN = ("HOME", "PYTHONPATH", "TMPDIR")  # by what the runner itself needs
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Given:
    """Arguments, text on standard input, variables of the environment, options of the interpreter, files.

    `files` are paths from the folder of the program. Those outside of it are read where they lie.
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


def unfit(key: str, value: Any) -> str | None:
    """What a value should be that is no list of strings and no string; None of a key that is not of this kind."""
    if key == "interrupt":
        is_time = isinstance(value, int | float) and not isinstance(value, bool) and value > 0
        return "" if is_time or isinstance(value, str) else "a line of its output, or a number of seconds above 0"
    if key != "env":
        return None
    fits = isinstance(value, dict) and value and all(isinstance(one, str) for one in value.values())
    return "" if fits else 'a table of strings, such as { NAME = "1" }'


def wrong(table: dict[str, Any]) -> Iterator[Complaint]:
    """What may not be given, of values that are fit."""
    for key in ("args", "flags", "env"):
        if held := [text for text in _texts(table.get(key)) if CONTROL.search(text)]:
            yield key, f"'{key}' holds {held[0]!r}, which nobody can type.", "Leave control characters to stdin."
    yield from (("flags", *complaint) for complaint in flags.wrong(_texts(table.get("flags"))))
    yield from (("env", *complaint) for complaint in _wrong_names(table.get("env")))
    yield from (("stdin", *complaint) for complaint in _wrong_input(table.get("stdin")))
    yield from (("interrupt", *complaint) for complaint in _wrong_moment(table.get("interrupt"), table.get("timeout")))


def _texts(value: Any) -> list[str]:
    values = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return [one for one in values if isinstance(one, str)]


def _wrong_names(env: Any) -> Iterator[tuple[str, str]]:
    for name in env if isinstance(env, dict) else ():
        if not NAME.fullmatch(name):
            yield f"'{name}' is no name of a variable.", "Write letters, digits and _, and no digit first."
        elif name in TAKEN:
            yield (
                f"'{name}' is what a run itself needs.",
                f"Leave it out; {', '.join(TAKEN)} are given to each program.",
            )


def _wrong_input(text: Any) -> Iterator[tuple[str, str]]:
    if text == "":
        yield "'stdin' is empty.", "Leave it out: without it, there is nothing to read."
    elif isinstance(text, str) and len(text.encode()) > MOST_INPUT:
        what = f"'stdin' has {len(text.encode()):,} bytes, and may have {MOST_INPUT:,}."
        yield what, "Have the program read so much from a file."


def _wrong_moment(when: Any, timeout: Any) -> Iterator[tuple[str, str]]:
    if isinstance(when, str):
        if not when or "\n" in when:
            yield f"'interrupt' is {when!r}.", "Write one whole line that the program prints."
    elif isinstance(when, float | int) and when >= (timeout if isinstance(timeout, float | int) else TIMEOUT):
        yield "Ctrl-C would come after the time-out.", "Press it earlier, or declare a longer timeout."
