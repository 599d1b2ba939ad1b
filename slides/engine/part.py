"""The slides as a part of the course: what mkdocs.yml names so that the site has decks beside its lessons."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from content.engine.directives.parts import Made, Markdown
from slides.engine import deck, rendered, sections, takeaway, timetable
from snippets.engine.program.problem import Problem
from snippets.engine.runs.library import Library

DIRECTIVES = timetable.DIRECTIVES


def problems(root: Path, library: Library) -> Iterator[Problem]:
    """Everything that is wrong with the decks."""
    return deck.problems(root, library)


def files(root: Path, library: Library, markdown: Markdown, lessons: Mapping[str, str]) -> Iterator[Made]:
    """The decks, what lecturers take along of them, and what they load."""
    for path in deck.outlines(root):
        slides = rendered.slides(root, path, *markdown, library=library)
        offered = takeaway.made_of(root / "build" / "slides" / path.stem, slides)
        to_lesson = sections.relative(lessons[path.stem], beside(path.stem)) if path.stem in lessons else ""
        html = deck.page(path, slides, to_lesson, [file.name for file in offered])
        yield Made(beside(path.stem), html, path.relative_to(root).as_posix())
        for file in offered:
            yield Made(f"slides/{path.stem}/{file.name}", file)
    for name, source in deck.assets().items():
        yield Made(f"slides/assets/{name}", source)


def beside(slug: str) -> str:
    """The address of a lesson's deck."""
    return f"slides/{slug}/index.html"


def linked(made: str, page: str, address: str) -> tuple[str, str]:
    """A deck whose slides know their sections, and a lesson whose sections lead to their slides."""
    links = sections.between(page, made)
    return sections.with_sections(made, links), sections.with_slides(page, address, links)
