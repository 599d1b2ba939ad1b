"""The front matter of a page: the lines between `---` at its top, as MkDocs reads them."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from snippets.engine.program.problem import Problem

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
TITLE = re.compile(r"^# (?P<title>.+?) *$", re.MULTILINE)


def read(text: str) -> dict[str, Any]:
    """What the front matter of a page says; nothing if it has none, or one that cannot be read."""
    found = FRONT_MATTER.match(text)
    try:
        said = yaml.safe_load(found["yaml"]) if found else {}
    except yaml.YAMLError:  # `problems` tells of it
        return {}
    return said if isinstance(said, dict) else {}


def body(text: str) -> str:
    """The text of a page without its front matter, in which a line of YAML may look like a heading."""
    return FRONT_MATTER.sub("", text, count=1) if FRONT_MATTER.match(text) else text


def title(text: str) -> str:
    """The heading of a page, in Markdown; empty if it has none."""
    found = TITLE.search(body(text))
    return found["title"] if found else ""


def problems(text: str, path: str) -> Iterator[Problem]:
    """Why the front matter of the page at `path` cannot be read; MkDocs would show it as text, and say nothing."""
    found = FRONT_MATTER.match(text)
    try:
        said = yaml.safe_load(found["yaml"]) if found else {}
    except yaml.YAMLError as error:
        yield unreadable(error, path, first_line=2)
        return
    if not isinstance(said, dict):
        yield Problem(path, 2, "The front matter is no list of names and values.", "Write such as minutes: 20.")


def unreadable(error: yaml.YAMLError, path: str, first_line: int = 1) -> Problem:
    """What is wrong with text that is no YAML and begins at `first_line` of the file at `path`."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    why = error.problem if isinstance(error, yaml.MarkedYAMLError) else "a character that it does not allow"
    advice = 'Put a text with a colon or other marks into quotes: "…".'
    return Problem(path, first_line + (mark.line if mark else 0), f"This is no YAML: {why}.", advice)
