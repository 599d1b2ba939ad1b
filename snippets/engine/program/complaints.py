"""What is wrong with what a program declares: values that do not fit, and such as contradict each other.

What a program is given has to reach it, and its record must not suffer from it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from snippets.engine.program import flags, shows
from snippets.engine.program.interpreters import is_wish
from snippets.engine.program.problem import near

Complaint = tuple[str, str, str]  # about which declaration, what is wrong, what to do

OUTPUTS = ("exact", "unordered", "varies")
NEEDS = ("fork", "proc")
MOST_INPUT = 4096  # bytes of standard input, the least that a pipe holds on any system
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
TAKEN = ("HOME", "PYTHONPATH", "TMPDIR")  # by what the runner itself needs
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
ENDING = re.compile(r"ok|timeout|exit [1-9]\d*|signal (?:SIG[A-Z0-9]+|\d+)")
HOW = 'Write "ok", "timeout", or such as "exit 1" or "signal SIGKILL".'
BY_VERSION = 'Write such as { "<3.14" = "ok", ">=3.14" = "exit 1" }.'


def wrong(table: dict[str, Any], known: Mapping[str, Any]) -> Iterator[Complaint]:
    """What a block may not say; `known` has what it may, with the value of that which is not said."""
    unfit = {key: wanted for key, value in table.items() if key in known and (wanted := _unfit(key, value, known[key]))}
    for key, value in table.items():
        if key not in known:
            yield key, f"Unknown declaration '{key}'.", near(key, known)
        elif key in unfit:
            yield key, f"'{key}' is {value!r}.", f"Write {unfit[key]}."
    said = {"timeout": known["timeout"], **table}
    yield from (one for one in _contradictions(said) if one[0] not in unfit)


def _unfit(key: str, value: Any, default: Any) -> str:
    if key == "ends" and isinstance(value, dict):
        return ""
    if (wanted := _unfit_given(key, value)) is not None:
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


def _unfit_given(key: str, value: Any) -> str | None:
    """What a value should be that is no list of strings and no string; None of a key that is not of this kind."""
    if key == "interrupt":
        is_time = isinstance(value, int | float) and not isinstance(value, bool) and value > 0
        return "" if is_time or isinstance(value, str) else "a line of its output, or a number of seconds above 0"
    if key != "env":
        return None
    fits = isinstance(value, dict) and value and all(isinstance(one, str) for one in value.values())
    return "" if fits else 'a table of strings, such as { NAME = "1" }'


def _contradictions(table: dict[str, Any]) -> Iterator[Complaint]:
    output = table.get("output", "exact")
    yield from (("ends", *complaint) for complaint in _wrong_ends(table.get("ends", "ok")))
    yield from (("shows", *complaint) for complaint in shows.wrong(table.get("shows", "")))
    yield from _wrongly_given(table)
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
    for pressed in ("stdin", "interrupt"):
        if table.get("steps") and table.get(pressed):
            yield (
                pressed,
                f"'{pressed}' comes from outside, and a program that is stepped has no outside.",
                "Leave it out.",
            )
    for need in _strings(table.get("needs")):
        if need not in NEEDS:
            yield "needs", f"Unknown need '{need}'.", near(need, NEEDS)
    for wish in _strings(table.get("python")):
        if not is_wish(wish):
            yield "python", f"'{wish}' names no Python.", 'Write such as "3.13", ">=3.14" or "free-threaded".'


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _wrong_ends(ends: Any) -> Iterator[tuple[str, str]]:
    """The complaints and advice on what a block says of an ending; nothing on what is neither text nor table."""
    if isinstance(ends, str) and not ENDING.fullmatch(ends):
        yield f"'ends' is {ends!r}.", HOW
    if not isinstance(ends, Mapping):
        return
    if len(ends) < 2:
        yield "'ends' is a table of fewer than two endings.", BY_VERSION
    for wish, ending in ends.items():
        if not is_wish(wish):
            yield f"'{wish}' names no Python.", BY_VERSION
        if not isinstance(ending, str) or not ENDING.fullmatch(ending):
            yield f"'ends' is {ending!r} for '{wish}'.", HOW


def _wrongly_given(table: dict[str, Any]) -> Iterator[Complaint]:
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
    elif isinstance(when, float | int) and isinstance(timeout, float | int) and when >= timeout:
        yield "Ctrl-C would come after the time-out.", "Press it earlier, or declare a longer timeout."
