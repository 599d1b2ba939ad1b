"""Which section of a lesson a slide belongs to, and which slide a section: told by the programs that both show.

Both are read as they were rendered, so that every id is one that the page has.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import zip_longest

SECTION = re.compile(r'<h[23] id="(?P<id>[^"]+)">')
SLIDE = re.compile(r'<section [^>]*?\bid="(?P<id>[^"]+)"')
HEADING = re.compile(r"<h[1-3]\b[^>]*>(?P<title>.*?)(?:<a class=\"(?:headerlink|to-slide)\".*?)?</h[1-3]>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
PROGRAM = re.compile(r'<div [^>]*?\bdata-program="([^"]+)"')


@dataclass(frozen=True)
class Links:
    """The ids of a lesson's sections by the id of a slide, and the ids of slides by that of a section."""

    sections: dict[str, str]
    slides: dict[str, str]


@dataclass
class Stretch:
    """A section or a slide: its id, the text of its heading, and the programs below that."""

    id: str
    title: str = ""
    programs: list[str] = field(default_factory=list)


def _stretches(html: str, divides: re.Pattern[str]) -> Iterator[Stretch]:
    """The stretches of a text that begin where an element with an id divides it."""
    starts = list(divides.finditer(html))
    for start, following in zip_longest(starts, starts[1:]):
        stretch = html[start.start() : following.start() if following else len(html)]
        heading = HEADING.search(stretch)
        title = unescape(TAG.sub("", heading["title"])) if heading else ""
        yield Stretch(start["id"], title.strip(), PROGRAM.findall(stretch))


def between(lesson: str, deck: str) -> Links:
    """The links between a deck and its lesson, both as HTML.

    A slide belongs to the section that first shows the slide's first program, or has the slide's title, the second of
    a title to the second; a slide without either to that of the slide before it.
    """
    of_programs, of_titles = dict[str, str](), defaultdict[str, list[str]](list)
    for section in _stretches(lesson, SECTION):
        of_titles[section.title].append(section.id)
        for name in section.programs:
            of_programs.setdefault(name, section.id)
    links = Links({}, {})
    latest = ""
    for slide in _stretches(deck, SLIDE):
        ids = [of_programs[name] for name in slide.programs if name in of_programs]
        of_title = of_titles[slide.title]
        latest = next(iter([*ids, *of_title]), latest)
        del of_title[: len(of_title) > 1]  # the last is for all slides that are left
        if latest:
            links.sections[slide.id] = latest
            links.slides.setdefault(latest, slide.id)
    return links


def with_sections(deck: str, links: Links) -> str:
    """A deck's HTML whose slides name the sections that they belong to."""

    def name(match: re.Match[str]) -> str:
        section = links.sections.get(match["id"])
        return match[0] if section is None else f'{match[0]} data-lesson="{section}"'

    return SLIDE.sub(name, deck)


def with_slides(lesson: str, deck: str, links: Links) -> str:
    """A lesson's HTML with a link from each section to its slide; `deck` is the deck's address from there."""

    def link(match: re.Match[str]) -> str:
        slide = links.slides.get(match["id"])
        if slide is None:
            return match[0]
        return f'{match[0]}<a class="to-slide" href="{deck}#/{slide}" aria-label="Slide of this section"></a>'

    return re.sub(r'<h[23] id="(?P<id>[^"]+)">(?:(?!</h[23]>).)*', link, lesson)


def relative(address: str, page: str) -> str:
    """An address of the site as one of its pages sees it."""
    seen = posixpath.relpath(address or ".", posixpath.dirname(page))
    return f"{seen}/" if address.endswith("/") or not address else seen
