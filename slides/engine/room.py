"""What paper would cut of slides: nothing may be lost there in silence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from content.engine.course import texts
from slides.engine import outline
from slides.engine.deck import THEME
from snippets.engine.program.problem import Problem

if TYPE_CHECKING:  # it is there only where somebody prints
    from playwright.sync_api import Page

ADVICE = "Shorten it, or divide it into two."


@dataclass(frozen=True)
class Cut:
    """A slide that a file would not show whole: its number there, from 0, its title, and what sticks out how far."""

    file: Path
    number: int
    title: str
    what: str


def cuts(page: "Page", file: Path) -> Iterator[Cut]:
    """What would be cut of a page that is about to be printed into a file."""
    page.emulate_media(media="print")
    script = (THEME / "paper" / "room.js").read_text(encoding="utf-8")
    yield from (Cut(file, number, title, what) for number, title, what in page.evaluate(script))


def problems(root: Path, cuts: Sequence[Cut]) -> Iterator[Problem]:
    """Each cut as a problem of the outline that its slide comes from; of the PDF of all decks, of their folder."""
    for cut in cuts:
        path = f"slides/decks/{cut.file.parent.name}.md"
        line = 1
        if (root / path).is_file():
            slides = outline.read(texts.read(root / path))
            line = slides[cut.number].line if cut.number < len(slides) else 1
        else:
            path = "slides/decks"
        what = f"{cut.file.name} cuts slide {cut.number + 1}, '{cut.title}': {cut.what}."
        yield Problem(path, line, what, ADVICE)
