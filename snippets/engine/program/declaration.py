"""What a program declares about its own run, in a block at the end of its file."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from snippets.engine.program import ending, given, shows
from snippets.engine.program.problem import Problem, ProblemError, near
from snippets.engine.program.wish import is_wish

BLOCK = re.compile(r"^# /// run[ \t]*\n(?P<body>(?:#(?:| .*)\n)*?)# ///[ \t]*(?:\n|\Z)", re.MULTILINE)
OPENING = re.compile(r"^#[ \t]*///[ \t]*run\b", re.MULTILINE)
OUTPUTS = ("exact", "unordered", "varies")
NEEDS = ("fork", "proc")


@dataclass(frozen=True)
class Declaration(given.Given):
    """What a run is given, how it ends, how much its output varies, what it shows and what it needs."""

    timeout: float = given.TIMEOUT
    ends: ending.Ends = "ok"
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
        """How a run ends on a Python such as `3.14.0` or `3.13.5t`; empty where nothing is declared for it."""
        return ending.on(self.ends, python)


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
    problems = []
    for key, what, do in _wrong(table):
        where = next((n for n, line in enumerate(lines) if re.match(rf"{re.escape(key)}\s*=", line)), 0)
        problems.append(Problem(path, first_line + where, what, do))
    if problems:
        raise ProblemError(*problems)
    return Declaration(**{key: _as_declared(value) for key, value in table.items()})


def _as_declared(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple(value.items())
    return tuple(value) if isinstance(value, list) else value


def _wrong(table: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the key, the complaint and the advice for each thing that a block may not say."""
    known = {field.name: field.default for field in fields(Declaration)}
    unfit = {key: wanted for key, value in table.items() if key in known and (wanted := _unfit(key, value, known[key]))}
    for key, value in table.items():
        if key not in known:
            yield key, f"Unknown declaration '{key}'.", near(key, known)
        elif key in unfit:
            yield key, f"'{key}' is {value!r}.", f"Write {unfit[key]}."
    yield from (one for one in _contradictions(table) if one[0] not in unfit)


def _unfit(key: str, value: Any, default: Any) -> str:
    if key == "ends" and isinstance(value, dict):
        return ""
    if (wanted := given.unfit(key, value)) is not None:
        return wanted
    if isinstance(default, bool):
        return "" if isinstance(value, bool) else "true or false"
    if isinstance(default, tuple):
        fits = isinstance(value, list) and value and all(isinstance(item, str) for item in value)
        return "" if fits else 'a list of strings, such as ["…"]'
    if isinstance(default, str):
        return "" if isinstance(value, str) else "a string in double quotes"
    kinds = (int, float) if isinstance(default, float) else (int,)
    fits = isinstance(value, kinds) and not isinstance(value, bool) and value > 0
    return "" if fits else "a number above 0" if isinstance(default, float) else "a whole number above 0"


def _contradictions(table: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    output = table.get("output", "exact")
    yield from (("ends", *complaint) for complaint in ending.wrong(table.get("ends", "ok")))
    yield from (("shows", *complaint) for complaint in shows.wrong(table.get("shows", "")))
    yield from given.wrong(table)
    if isinstance(output, str) and output not in OUTPUTS:
        yield "output", f"'output' is {output!r}.", near(output, OUTPUTS)
    elif output != "exact" and not table.get("because"):
        yield "output", f"Output that is {output!r} without a reason.", 'Say why: because = "…".'
    if table.get("runs", 1) != 1 and output != "varies":
        yield "runs", "Several runs of an output that does not vary.", 'Leave it out, or declare output = "varies".'
    if table.get("rare") and output != "varies":
        yield "rare", "'rare' belongs to an output that varies.", 'Leave it out, or declare output = "varies".'
    for more in ("timeline", "shows"):
        if table.get(more) and table.get("alone"):
            yield "alone", f"'alone' comes with '{more}'.", "Leave it out."
    if not table.get("timeline") and shows.is_of_timeline(table.get("shows", "")):
        yield "shows", "'shows' is about a timeline, and none is taken.", "Declare timeline = true."
    if table.get("shared") and not table.get("steps"):
        yield "shared", "'shared' names what is watched between steps, and nothing is stepped.", 'Say steps = ["…"].'
    for need in _strings(table.get("needs")):
        if need not in NEEDS:
            yield "needs", f"Unknown need '{need}'.", near(need, NEEDS)
    for wish in _strings(table.get("python")):
        if not is_wish(wish):
            yield "python", f"'{wish}' names no Python.", 'Write such as "3.13", ">=3.14" or "free-threaded".'


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
