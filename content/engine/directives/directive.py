"""A line `::: name …` of a page, and what is made of it."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from snippets.engine.program.problem import Problem

Complaint = tuple[str, str]  # what is wrong, and what to do


@dataclass(frozen=True)
class Material:
    """The course that a line takes from: its folder, the slugs of its lessons in order; and the page that it is on."""

    root: Path
    order: tuple[str, ...]
    page: str = "lessons/page.md"

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


def nothing_behind(name: str) -> Callable[[str, Material], Iterator[Complaint]]:
    """The complaints of a line that takes nothing behind its name."""

    def complaints(rest: str, _: Material) -> Iterator[Complaint]:
        if rest:
            yield f"'::: {name}' takes nothing behind it.", f"Write ::: {name}."

    return complaints
