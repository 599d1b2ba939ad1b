"""The texts of pages and decks, each read once while a build goes on: their front matter, and their fences."""

import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from content.engine.fence.header import Embed, Fence, Place, scan
from snippets.engine.program.problem import Problem

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
TITLE = re.compile(r"^# (?P<title>.+?) *$|(?:\A\n*|\n\n)(?P<line>.+?) *\n=+ *$", re.MULTILINE)
ATTRIBUTES = re.compile(r" *\{[:#. ][^{}]*\}$")

_held: ContextVar[dict[Path, str] | None] = ContextVar("held", default=None)


def hold() -> None:
    """From now to `release`, read each text once: all of a build sees the same."""
    _held.set({})


def release() -> None:
    """Look again, from now on, what stands in a file whenever it is asked for."""
    _held.set(None)


def read(path: Path) -> str:
    """The text of a file, without a byte order mark. Raises UnicodeDecodeError if it is not UTF-8."""
    held = _held.get()
    if held is None:
        return path.read_text(encoding="utf-8-sig")
    if path not in held:
        held[path] = path.read_text(encoding="utf-8-sig")
    return held[path]


def pages(root: Path) -> list[Path]:
    """Every Markdown page of the course at `root`, sorted."""
    return sorted((root / "content").rglob("*.md"))


def place_of(root: Path, path: Path, kind: str = "lesson") -> Place:
    """Where the text of a whole file comes from."""
    return Place(path.relative_to(root).as_posix(), 1, kind)


def fences(root: Path, path: Path, kind: str = "lesson") -> tuple[Fence, ...]:
    """The exec fences of a file."""
    return scan(read(path), place_of(root, path, kind))


def embeds(root: Path, path: Path, kind: str = "lesson") -> list[Embed]:
    """What the fences of a file that are free of mistakes ask for, in order."""
    return [fence.embed for fence in fences(root, path, kind) if fence.embed]


@lru_cache(maxsize=2048)  # a build asks for that of each page often
def front_matter(text: str) -> Mapping[str, Any]:
    """What the front matter of a page says, as MkDocs reads it; nothing if it has none, or one that is not YAML."""
    found = FRONT_MATTER.match(text)
    try:
        said = yaml.safe_load(found["yaml"]) if found else {}
    except yaml.YAMLError:  # `problems` tells of it
        said = {}
    return MappingProxyType(said if isinstance(said, dict) else {})


def body(text: str) -> str:
    """The text of a page without its front matter, in which a line of YAML may look like a heading."""
    return FRONT_MATTER.sub("", text, count=1) if FRONT_MATTER.match(text) else text


def title(text: str) -> str:
    """The heading of a page, in Markdown; empty if it has none."""
    found = TITLE.search(body(text))
    return without_attributes(found["title"] or found["line"]) if found else ""


def without_attributes(heading: str) -> str:
    """A heading in Markdown without the id and the classes that it gives itself."""
    return ATTRIBUTES.sub("", heading)


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
