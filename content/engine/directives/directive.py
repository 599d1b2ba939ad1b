"""A line `::: name …` of a page, and what is made of it."""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from content.engine.fence.scan import fenced, lines_of
from snippets.engine.program.problem import Problem
from snippets.engine.runs.library import Library, library_of

ASKED = re.compile(r"(?P<margin>[ >]*)::: *(?P<name>[^\s|]+) *(?P<rest>.*?) *")

Complaint = tuple[str, str]  # what is wrong, and what to do


@dataclass(frozen=True)
class Material:
    """The course that a line takes from: its folder, the slugs of its lessons in order; and the page that it is on."""

    root: Path
    order: tuple[str, ...]
    page: str = "lessons/page.md"

    @property
    def library(self) -> Library:
        """The programs of the course, and their runs."""
        return library_of(self.root)

    def seen(self, address: str) -> str:
        """Something in the site, such as `lessons/locks.md`, as the page links to it."""
        return posixpath.relpath(address, posixpath.dirname(self.page) or ".")


@dataclass(frozen=True)
class Directive:
    """What `::: name` means: the Markdown in its place, and what is wrong with what stands behind the name.

    `lines` is called only where `complaints` has none; a Problem among these is one of another file. `is_of_all`: what
    it becomes changes with every lesson.
    """

    name: str
    lines: Callable[[str, Material], Sequence[str]]
    complaints: Callable[[str, Material], Iterator[Complaint | Problem]]
    is_of_all: bool = False


@dataclass(frozen=True)
class Asked:
    """A line that asks for something. `number` is from 0 in its text, `margin` what stands before the colons."""

    number: int
    margin: str
    name: str
    rest: str


@lru_cache(maxsize=2048)  # texts: a build looks at each several times
def scan(text: str) -> tuple[Asked, ...]:
    """The lines of a text that ask for something, in order; lines within fences are text."""
    if ":::" not in text:
        return ()
    lines = lines_of(text)
    code = fenced(lines)
    found = ((number, ASKED.fullmatch(line)) for number, line in enumerate(lines) if number not in code)
    return tuple(Asked(number, asked["margin"], asked["name"], asked["rest"]) for number, asked in found if asked)


def nothing_behind(name: str) -> Callable[[str, Material], Iterator[Complaint]]:
    """The complaints of a line that takes nothing behind its name."""

    def complaints(rest: str, _: Material) -> Iterator[Complaint]:
        if rest:
            yield f"'::: {name}' takes nothing behind it.", f"Write ::: {name}."

    return complaints
