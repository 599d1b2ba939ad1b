"""The slides as a part of the course: what mkdocs.yml names so that the site has decks beside its lessons.

Deck and lesson lead to each other: which section a slide belongs to, and which slide a section, is told by the programs
that both show. Both are read as they were rendered, so that every id is one that the page has.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import zip_longest
from pathlib import Path
from typing import Any

from content.engine.course import texts
from content.engine.directives.parts import About, Made, Markdown
from content.engine.fence.header import scan
from content.engine.site import rendered
from slides.engine import book, deck, occasion, sheet, takeaway, timetable
from snippets.engine.program.problem import Problem
from snippets.engine.runs.library import Library

DIRECTIVES = timetable.DIRECTIVES
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


def problems(root: Path, library: Library) -> Iterator[Problem]:
    """Everything that is wrong with the decks."""
    return deck.problems(root, library)


def files(root: Path, library: Library, markdown: Markdown, lessons: Mapping[str, str], about: About) -> Iterator[Made]:
    """The decks, what lecturers take along of them, and what they load."""
    assets = deck.assets(library.cache)
    made = list(_decks(root, library, markdown, lessons, about, assets))
    takeaway.offered.set(frozenset(one.address for one in made))
    yield from made
    for name, source in assets.items():
        yield Made(f"slides/assets/{name}", source)


def _decks(
    root: Path, library: Library, markdown: Markdown, lessons: Mapping[str, str], about: About, assets: deck.Assets
) -> Iterator[Made]:
    shown = []
    for path in deck.in_order(root, about.order):
        slides = slides_of(root, path, *markdown, library=library)
        slides = occasion.told(slides, occasion.of(root, path, about))
        shown.append(slides)
        along = _along(root, path, assets, slides)
        to_lesson = relative(lessons[path.stem], beside(path.stem)) if path.stem in lessons else ""
        html = deck.page(path, slides, to_lesson, [file.name for file in along])
        yield Made(beside(path.stem), html, path.relative_to(root).as_posix())
        for file in along:
            yield Made(f"slides/{path.stem}/{file.name}", file)
    yield from _of_course(root / "build" / "slides", root, library, assets, shown)


def slides_of(root: Path, path: Path, extensions: Sequence[Any], configs: Mapping[str, Any], library: Library) -> str:
    """The slides of the deck whose outline is at `path`: those kept of the same deck, or else rendered now."""
    lesson = root / "content" / "lessons" / path.name
    by = rendered.rendering(extensions, configs)
    outline = rendered.whole(texts.read(path), by)
    made_of = [outline, *([texts.read(lesson)] if lesson.is_file() else [])]
    embeds = [fence.embed for fence in scan(outline, texts.place_of(root, path, "deck")) if fence.embed]
    key = rendered.digest(library, embeds, by, *made_of)
    return library.cache.text_or(key, lambda: deck.render(root, path, extensions, configs), rendered.is_sound)


def _along(root: Path, path: Path, assets: deck.Assets, slides: str) -> list[Path]:
    """What was made of a deck to be taken along, if it is still true."""
    folder = root / "build" / "slides" / path.stem
    return takeaway.made_of(folder, assets, slides, sheet.sources(root, path)) if _has(folder, deck.DOWNLOADS) else []


def _of_course(folder: Path, root: Path, library: Library, assets: deck.Assets, shown: Sequence[str]) -> Iterator[Made]:
    """What was printed of all lessons, if it is still true."""
    if _has(folder, takeaway.OF_COURSE):
        for file in takeaway.made_of(folder, assets, *shown, *book.sources(root, library)):
            yield Made(f"slides/{file.name}", file)


def _has(folder: Path, names: Iterable[str]) -> bool:
    """Whether any of these files is there: only then is read all that they are made of."""
    return any((folder / name).is_file() for name in names)


def beside(slug: str) -> str:
    """The address of a lesson's deck."""
    return f"slides/{slug}/index.html"


def relative(address: str, page: str) -> str:
    """An address of the site as one of its pages sees it."""
    seen = posixpath.relpath(address or ".", posixpath.dirname(page))
    return f"{seen}/" if address.endswith("/") or not address else seen


def linked(made: str, page: str, address: str) -> tuple[str, str]:
    """A deck whose slides know their sections, and a lesson whose sections lead to their slides."""
    links = between(page, made)
    return with_sections(made, links), with_slides(page, address, links)


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
