"""Further parts of a course that stand on this one, such as its slides: modules that mkdocs.yml names.

So the pages need not know what else is made of a course; `slides/engine/part.py` is one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from content.engine.directives.directive import Directive
from snippets.engine.program.problem import Problem
from snippets.engine.runs.library import Library


@dataclass(frozen=True)
class Made:
    """A file that is added to the site: its address there, and what it holds or the file to copy.

    `origin` is what its text is made of, a path in the course; empty where it is made of no source of an author.
    """

    address: str
    source: str | bytes | Path
    origin: str = ""


@dataclass(frozen=True)
class About:
    """What is said of a course: its name, author, address if known, order of lessons.

    And what git knows of it: the day of the newest commit that touched each file, by its path.
    """

    name: str
    author: str
    address: str
    order: Sequence[str]
    days: Mapping[str, str] = field(default_factory=dict)


Markdown = tuple[Sequence[Any], Mapping[str, Any]]  # its extensions, and the settings of those that have any


class Part(Protocol):
    """What such a module has."""

    DIRECTIVES: Sequence[Directive]

    def problems(self, root: Path, library: Library) -> Iterator[Problem]:
        """Everything that is wrong with the part's own sources."""

    def files(
        self, root: Path, library: Library, markdown: Markdown, lessons: Mapping[str, str], about: About
    ) -> Iterator[Made]:
        """What it adds to the site; `lessons` are the addresses of the lessons' pages by their slugs."""

    def beside(self, slug: str) -> str:
        """The address of what it adds for a lesson."""

    def linked(self, made: str, page: str, address: str) -> tuple[str, str]:
        """What it adds for a lesson, and the lesson's page, linked to each other, as HTML.

        `address` is that of the former as the page sees it.
        """
