"""Further parts of a course that stand on this one, such as its slides: modules that mkdocs.yml names.

So the pages need not know what else is made of a course; `slides/engine/part.py` is one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from content.engine.course import lesson
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
    """What the configuration says of a course: its name, author, address if known, order of lessons."""

    name: str
    author: str
    address: str
    order: Sequence[str]


def about(config: Any) -> About:
    """The course of a configuration of MkDocs."""
    return About(config.site_name, config.site_author or "", config.site_url or "", lesson.slugs_in(config.nav))


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


def named(names: Iterable[str]) -> list[Part]:
    """The parts of these names. Raises ImportError where there is no such module."""
    return [cast(Part, import_module(name)) for name in names]
