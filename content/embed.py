"""Find the exec fences of a page, and say with line numbers what is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content.figures import FIGURES
from snippets.library import Library, Record
from snippets.problem import Problem, ProblemError, near

FENCE = re.compile(r"(?P<indent>[ \t>]*)(?P<ticks>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)")
EXEC = re.compile(r"(?<![\w-])(?:exec|file)(?:\s*=|\b)")
TOKEN = re.compile(r"""\s+(?:(?P<key>[\w-]+)(?:=(?:"(?P<value>[^"]*)"|(?P<odd>\S*)))?|(?P<junk>\S+))""")
OPTIONS = ("exec", "file", "show", "part", "highlight", "figure", "steps", "title", "deck")
CHOICES = {"exec": ("on",), "show": ("both", "source", "output", "figure"), "figure": tuple(FIGURES), "deck": ("skip",)}
PLACES = {"steps": "deck", "deck": "lesson"}


@dataclass(frozen=True)
class Place:
    """Where a text comes from: its file in the course, its first line there, and its kind, `lesson` or `deck`."""

    path: str = "this page"
    first_line: int = 1
    kind: str = "lesson"


@dataclass(frozen=True)
class Embed:
    """What one exec fence asks for."""

    file: str
    show: str = "both"
    part: str = ""
    highlight: str = ""
    figure: str = ""
    steps: tuple[str, ...] = ()
    title: str = ""
    deck: str = ""


@dataclass(frozen=True)
class Fence:
    """An exec fence of a page: its first and last line (from 0), its indent, and what it asks for, or what is wrong."""

    first: int
    last: int
    indent: str
    line: int
    embed: Embed | None
    problems: tuple[Problem, ...] = ()


def scan(text: str, place: Place) -> list[Fence]:
    """All exec fences of a text, those with mistakes too, in order. Fences within fences are text, and skipped."""
    lines = text.splitlines()
    found = []
    number = 0
    while number < len(lines):
        opening = FENCE.fullmatch(lines[number])
        end = _closing(lines, number, opening["ticks"]) if opening else None
        if opening and EXEC.search(opening["info"]):
            last = number if end is None else end
            found.append(_fence(lines, number, last, opening, place, closed=end is not None))
        number = (number if end is None else end) + 1
    return found


def _closing(lines: list[str], opening: int, ticks: str) -> int | None:
    for number in range(opening + 1, len(lines)):
        if re.fullmatch(rf"[ \t>]*{re.escape(ticks)}[ \t]*", lines[number]):
            return number
    return None


def _fence(lines: list[str], first: int, last: int, opening: re.Match[str], place: Place, closed: bool) -> Fence:
    line = place.first_line + first
    complaints: list[tuple[str, str]] = []
    options = dict(_options(opening["info"], complaints))
    complaints += _wrong(options, place.kind)
    if not closed:
        complaints.append(("The fence is not closed.", f"Add a line {opening['ticks']} below it."))
    elif any(text.strip(" \t>") for text in lines[first + 1 : last]):
        complaints.append(("The fence has a body.", 'Put it into snippets/ and name it: file="lesson/name.py".'))
    problems = tuple(Problem(place.path, line, what, do) for what, do in complaints)
    return Fence(first, last, opening["indent"], line, None if problems else embed_of(options), problems)


def embed_of(options: Mapping[str, str]) -> Embed:
    """Read the options of a fence without mistakes."""
    values = {key: options[key] for key in OPTIONS if key in options and key not in ("exec", "steps")}
    return Embed(steps=tuple(filter(None, options.get("steps", "").split("|"))), **values)


def _options(info: str, complaints: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The options of a fence's header; what is no option goes to the complaints."""
    language = info.split(None, 1)[0]
    if language != "python":
        complaints.append((f"Only python programs are run, not '{language}'.", 'Write ```python exec="on" file="…".'))
    for token in TOKEN.finditer(info, len(language)):
        key = token["key"]
        if token["junk"]:
            complaints.append((f"'{token['junk']}' is no option.", 'Write options as name="value".'))
        elif token["value"] is None:
            complaints.append((f"Option '{key}' has no value in double quotes.", f'Write {key}="…".'))
        else:
            yield key, token["value"]


def _wrong(options: dict[str, str], kind: str) -> Iterator[tuple[str, str]]:
    for key, value in options.items():
        if key not in OPTIONS:
            yield f"Unknown option '{key}'.", near(key, OPTIONS)
        elif value not in CHOICES.get(key, (value,)):
            yield f'{key}="{value}" means nothing.', near(value, CHOICES[key])
        elif kind != PLACES.get(key, kind):
            yield f"Option '{key}' belongs to a {PLACES[key]}.", "Leave it out here."
    if "exec" not in options:
        yield "A program is named but not run.", 'Add exec="on".'
    if options.get("show") == "figure" and "figure" not in options:
        yield "It shows a figure and does not say which.", f'Add figure="…": {", ".join(FIGURES)}.'
    if not options.get("file"):
        yield "The fence names no program.", 'Add file="lesson/name.py".'


def check(fence: Fence, place: Place, library: Library) -> list[Problem]:
    """What is wrong with a fence, its program's declarations and its program's runs."""
    if fence.embed is None:
        return list(fence.problems)
    try:
        program = library.program(fence.embed.file)
        for part in filter(None, (fence.embed.part, fence.embed.highlight, *fence.embed.steps)):
            program.lines_of(part)
        record = library.record(fence.embed.file)
        undrawn = undrawable(fence.embed, record)
    except ProblemError as error:
        return list(error.problems)
    except LookupError as error:
        what, _, do = str(error.args[0]).partition(". ")
        return [Problem(place.path, fence.line, f"{what}.", do)]
    if undrawn:
        what = f"Figure '{fence.embed.figure}' cannot be drawn from what {fence.embed.file} printed."
        return [Problem(place.path, fence.line, what, undrawn)]
    problem = record.problem()
    return [problem] if problem else []


def undrawable(embed: Embed, record: Record) -> str:
    """Why a program's first run gives no such figure; empty where it does, or where none is asked for."""
    try:
        if embed.figure and record.runs:
            FIGURES[embed.figure](record.runs[0].output)
    except ValueError as error:
        return str(error)
    return ""
