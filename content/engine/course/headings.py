"""The sections of a Markdown text: their headings, and which of them shows a program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from content.engine.course import texts
from content.engine.fence.header import Fence
from content.engine.fence.scan import lines_of, numbered_lines

HEADING = re.compile(r"#{2,3} +(?P<title>.+?) *")
UNDERLINE = re.compile(r"-+")  # right below the first line of a paragraph, it makes a heading of that
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Heading:
    """The heading of a section: its line, from 1, and its title in Markdown."""

    line: int
    title: str

    @property
    def words(self) -> str:
        """Its title in Markdown without links, so that it can be linked itself."""
        return LINK.sub(r"\1", self.title)


@lru_cache(maxsize=2048)  # texts: a build looks at each several times
def headings(text: str) -> tuple[Heading, ...]:
    """The headings of a text's sections, in order."""
    return tuple(_headings(text))


def _headings(text: str) -> Iterator[Heading]:
    above = len(lines_of(text)) - len(lines_of(texts.body(text)))  # lines of front matter
    before, last = "", Heading(0, "")
    for number, line, is_code in numbered_lines(text)[above:]:
        if not is_code and (heading := HEADING.fullmatch(line)):
            yield Heading(number, texts.without_attributes(heading["title"]))
        elif not is_code and UNDERLINE.fullmatch(line) and last.line == number - 1:
            yield last
        is_first = line.strip() and not before.strip() and not is_code
        last = Heading(number, texts.without_attributes(line.strip())) if is_first else Heading(0, "")
        before = line


def shown(root: Path, page: Path) -> list[tuple[Fence, Heading | None]]:
    """The exec fences of a page, each with the heading of its section; None above the first section."""
    above = headings(texts.read(page))
    return [
        (fence, next((heading for heading in reversed(above) if heading.line < fence.line), None))
        for fence in texts.fences(root, page)
    ]
