"""Read the fences of a page that show a program, and say with line numbers what is wrong with any fence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from content.engine.fence.figures import FIGURES
from content.engine.fence.scan import Block, blocks, items_below, lines_of
from snippets.engine.program.problem import Problem, near

LANGUAGE = re.compile(r"[\w#.+-]+(?!\S)")
OPTION = re.compile(
    r"""\s+(?:(?P<key>[\w-]+)(?:=(?:"(?P<value>[^"]*)"(?P<glued>\S*)|(?P<odd>\S*)))?(?!\S)|(?P<junk>\S+))"""
)
OF_SCHEDULER = ("challenge", "goal")
OPTIONS = (
    *("exec", "file", "show", "part", "highlight", "figure", "notes", "steps", "hold", "title", "deck", "whole"),
    *OF_SCHEDULER,
)
CHOICES = {
    "exec": ("on",),
    "show": ("both", "source", "output", "figure"),
    "figure": FIGURES,
    "hold": ("on",),
    "deck": ("skip",),
    "whole": ("on",),
}
PLACES = {"steps": "deck", "whole": "deck", "deck": "lesson"}
OF_SOURCE = ("part", "highlight", "notes", "steps", "title", "whole")
OF_TEXT = ("hl_lines", "linenums", "title")  # the options of a fence that shows its own text

Complaint = tuple[str, str]  # what is wrong, and what to do


@dataclass(frozen=True)
class Place:
    """Where a text comes from: its file in the course, its first line there, and its kind, `lesson` or `deck`.

    And what it may link to: `site` is the root of the site as seen from its page, such as `../../`, `help` the address
    from there of how to run programs, `repository` that of the course's repository; nothing links to an empty one.
    """

    path: str = "this page"
    first_line: int = 1
    kind: str = "lesson"
    site: str = ""
    repository: str = ""
    help: str = ""


@dataclass(frozen=True)
class Embed:
    """What a fence that shows a program asks for."""

    file: str
    show: str = "both"
    part: str = ""
    highlight: str = ""
    figure: str = ""
    notes: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    hold: str = ""
    title: str = ""
    deck: str = ""
    whole: str = ""
    challenge: str = ""
    goal: str = ""


@dataclass(frozen=True)
class Fence:
    """A fence that shows a program, or any with mistakes: its block, and what it asks for or what is wrong.

    `line` is its line in the file, from 1; `file` the program that it names, mistakes or not.
    """

    block: Block
    line: int
    file: str
    embed: Embed | None
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=2048)  # texts: a build asks for the fences of each several times, and `serve` for all with each save
def scan(text: str, place: Place) -> tuple[Fence, ...]:
    """The fences of a text that show a program, and all those with mistakes, in order."""
    lines = lines_of(text)
    fences = [_fence(block, lines, place) for block in blocks(lines)]
    return tuple(fence for fence in fences if fence.embed or fence.problems)


def _fence(block: Block, lines: list[str], place: Place) -> Fence:
    options, complaints = _options(block.info)
    if block.names_program:
        complaints += [*_wrong_language(block.info), *_wrong(options, place.kind), *_misshapen(block, lines)]
        complaints += _unexplained(_names(options.get("notes", "")), block, lines)
    else:
        complaints = [*_left_as_text(block, options), *(complaints if "{" not in block.info else [])]
    line = place.first_line + block.first
    problems = tuple(Problem(place.path, line, what, do) for what, do in complaints)
    embed = embed_of(options) if block.names_program and not problems else None
    return Fence(block, line, options.get("file", ""), embed, problems)


def embed_of(options: Mapping[str, str]) -> Embed:
    """Read the options of a fence without mistakes."""
    values = {key: options[key] for key in OPTIONS if key in options and key not in ("exec", "notes", "steps")}
    return Embed(notes=_names(options.get("notes", "")), steps=_names(options.get("steps", "")), **values)


def _names(value: str) -> tuple[str, ...]:
    return tuple(filter(None, value.split("|")))


def _options(info: str) -> tuple[dict[str, str], list[Complaint]]:
    """The options of a fence's header, and what is wrong with the way they are written."""
    options: dict[str, str] = {}
    complaints = []
    language = LANGUAGE.match(info)
    for token in OPTION.finditer(f" {info}", language.end() + 1 if language else 0):
        key, value = token["key"], token["value"]
        if token["junk"]:
            complaints.append((f"'{token['junk']}' is no option.", 'Write options as name="value".'))
            continue
        if value is None:
            value = (token["odd"] or "").strip("'")
            complaints.append((f"Option '{key}' has no value in double quotes.", f'Write {key}="{value or "…"}".'))
        if token["glued"]:
            complaints.append((f"'{token['glued']}' is glued to option '{key}'.", "Put a space between."))
        if key in options:
            complaints.append((f"Option '{key}' stands twice.", "Leave one out."))
        options[key] = value
    return options, complaints


def _wrong_language(info: str) -> Iterator[Complaint]:
    language = LANGUAGE.match(info)
    if not language:
        yield "The fence names no language.", 'Write ```python exec="on" file="…".'
    elif language[0] != "python":
        yield f"Only python programs are run, not '{language[0]}'.", 'Write ```python exec="on" file="…".'


def _wrong(options: Mapping[str, str], kind: str) -> Iterator[Complaint]:
    """What is wrong with the options of a fence that shows a program."""
    for key, value in options.items():
        if key not in OPTIONS:
            yield f"Unknown option '{key}'.", near(key, OPTIONS)
        elif value not in CHOICES.get(key, (value,)):
            yield f'{key}="{value}" means nothing.', near(value, CHOICES[key])
        elif kind != PLACES.get(key, kind):
            yield f"Option '{key}' belongs to a {PLACES[key]}.", "Leave it out here."
        elif key in OF_SOURCE and options.get("show") in ("output", "figure"):
            yield f"Option '{key}' is about source that is not shown.", f'Leave out this, or show="{options["show"]}".'
        elif key in OF_SCHEDULER and options.get("figure") != "scheduler":
            yield f"Option '{key}' is about orders of steps.", 'Leave it out, or add figure="scheduler".'
    if "goal" in options and "challenge" not in options:
        yield "It has a goal that no reader is told of.", 'Say it in words: challenge="…".'
    if "exec" not in options:
        yield "A program is named but not run.", 'Add exec="on".'
    if "hold" in options and options.get("show") == "source" and "figure" not in options:
        yield "Option 'hold' is about an output that is not shown.", 'Leave out this, or show="source".'
    if "whole" in options and "part" in options:
        yield "It shows a part, and the whole.", "Leave out whole, or part."
    if options.get("show") == "figure" and "figure" not in options:
        yield "It shows a figure and does not say which.", f'Add figure="…": {", ".join(FIGURES)}.'
    if not options.get("file"):
        yield "The fence names no program.", 'Add file="lesson/name.py".'


def _misshapen(block: Block, lines: list[str]) -> Iterator[Complaint]:
    """What is wrong with the lines of a fence that shows a program."""
    if "|" in block.item:
        yield "A fence cannot stand in a cell of a table.", "Give it lines of its own, outside of the table."
    elif block.item:
        yield "A fence cannot begin on the line of a list's item.", "Give it lines of its own, indented by four spaces."
    elif block.last is None:
        yield from _unclosed(block)
    elif any(line.strip(" >") for line in lines[block.first + 1 : block.last]):
        yield "The fence has a body.", 'Put it into snippets/ and name it: file="lesson/name.py".'
    elif lines[block.last].rstrip() != block.margin + block.ticks:
        yield "The fence ends in another column than it begins.", f"Indent both its lines of {block.ticks} alike."


def _unexplained(notes: Sequence[str], block: Block, lines: list[str]) -> Iterator[Complaint]:
    items = items_below(lines, block)
    if notes and items != len(notes):
        what = f"It notes {len(notes)} part{'s' * (len(notes) != 1)}, and a list of {items or 'no'} items follows it."
        yield what, "Explain each by an item of an ordered list, right below the fence."


def _unclosed(block: Block) -> Iterator[Complaint]:
    yield "The fence is not closed.", f"Add a line {block.ticks} below it."


def _left_as_text(block: Block, options: Mapping[str, str]) -> Iterator[Complaint]:
    """Why Markdown would not take a fence that shows its own text for a fence."""
    if block.last is None:
        yield from _unclosed(block)
    for key in options:
        if key not in OF_TEXT and "{" not in block.info:
            yield f"Unknown option '{key}'.", near(key, OF_TEXT)
