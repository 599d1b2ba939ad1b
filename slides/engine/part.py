"""The slides as a part of the course: what mkdocs.yml names so that the site has decks beside its lessons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from content.engine.course import course, texts
from content.engine.directives.parts import About, Made, Markdown
from content.engine.fence.header import scan
from content.engine.site import rendered, repository
from slides.engine import book, deck, occasion, sections, sheet, takeaway, timetable
from snippets.engine.program.problem import Problem
from snippets.engine.runs.library import Library

DIRECTIVES = timetable.DIRECTIVES


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
    days = repository.days(root)
    for path in deck.in_order(root, about.order):
        slides = slides_of(root, path, *markdown, library=library)
        slides = occasion.told(slides, occasion.of(root, path, about, days))
        shown.append(slides)
        along = _along(root, path, assets, slides)
        to_lesson = sections.relative(lessons[path.stem], beside(path.stem)) if path.stem in lessons else ""
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
    embeds = [fence.embed for fence in scan(outline, course.place_of(root, path, "deck")) if fence.embed]
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


def linked(made: str, page: str, address: str) -> tuple[str, str]:
    """A deck whose slides know their sections, and a lesson whose sections lead to their slides."""
    links = sections.between(page, made)
    return sections.with_sections(made, links), sections.with_slides(page, address, links)
