"""Which section of a lesson a slide belongs to, and which slide a section: told by the programs that both show."""

import re
from dataclasses import dataclass
from pathlib import Path

from content.engine.course import course, headings, texts
from slides.engine import outline


@dataclass(frozen=True)
class Links:
    """The anchors of lesson sections by the id of a slide, and the ids of slides by the anchor of a section."""

    sections: dict[str, str]
    slides: dict[str, str]


def of(root: Path, slug: str) -> Links:
    """The links between a deck and its lesson, both of them called `slug`.

    A slide belongs to the section that first shows the slide's first program, or has the slide's title; a slide
    without either to that of the slide before it.
    """
    lesson, deck = root / "content" / "lessons" / f"{slug}.md", root / "slides" / "decks" / f"{slug}.md"
    if not lesson.is_file() or not deck.is_file():
        return Links({}, {})
    of_programs, of_titles = _sections(root, lesson)
    sections: dict[str, str] = {}
    slides: dict[str, str] = {}
    latest = ""
    for slide, programs in _slides(root, deck):
        anchors = [of_programs[name] for name in programs if name in of_programs]
        latest = next(iter([*anchors, *filter(None, [of_titles.get(slide.title)])]), latest)
        if latest:
            sections[slide.anchor] = latest
            slides.setdefault(latest, slide.anchor)
    return Links(sections, slides)


def _sections(root: Path, lesson: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The anchor of the section that first shows each program, and the anchor of each title."""
    titles = {heading.title: heading.anchor for heading in headings.headings(texts.read(lesson))}
    programs: dict[str, str] = {}
    for fence, heading in headings.shown(root, lesson):
        if fence.file and heading:
            programs.setdefault(fence.file, heading.anchor)
    return programs, titles


def _slides(root: Path, deck: Path) -> list[tuple[outline.Slide, list[str]]]:
    """The slides of a deck, each with the programs on it."""
    slides = outline.read(texts.read(deck))
    fences = course.fences(root, deck, "deck")
    ends = [slide.line for slide in slides[1:]] + [10**9]
    return [
        (slide, [fence.file for fence in fences if slide.line <= fence.line < end])
        for slide, end in zip(slides, ends, strict=True)
    ]


def with_slides(html: str, deck: str, links: Links) -> str:
    """A lesson's HTML with a link from each section to its slide; `deck` is the deck's address from there."""

    def link(match: re.Match[str]) -> str:
        slide = links.slides.get(match["anchor"])
        if slide is None:
            return match[0]
        return f'{match[0]}<a class="to-slide" href="{deck}#/{slide}" aria-label="Slide of this section"></a>'

    return re.sub(r'<h[23] id="(?P<anchor>[^"]+)">(?:(?!</h[23]>).)*', link, html)
