"""Make a reveal.js page of a deck's outline, with the runs that the lesson shows."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.metadata import distribution
from pathlib import Path
from string import Template
from typing import Any

from markdown import Markdown

from content.engine.course import course, texts
from content.engine.course.lesson import objectives
from content.engine.directives.directive import Material
from content.engine.directives.extension import Registry
from content.engine.fence.check import check
from content.engine.fence.extension import place, problem_html
from content.engine.fence.header import Fence, Place
from content.engine.site import fonts
from slides.engine import occasion, outline, sectioning
from snippets.engine.program.problem import Problem, near
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.library import Library

THEME = Path(__file__).resolve().parent / "theme"
OF_PAGES = Path(__file__).resolve().parents[2] / "content" / "assets"
SHARED = ("look.css", "scheduler.css", "replay.js", "scheduler.js")
REVEAL = Path(str(distribution("pyreveal").locate_file("pyreveal/revealjs/dist")))  # its files are all we take of it
FONTS = "fonts.css"
DOWNLOADS = {
    "slides.pdf": "PDF",
    "handout.pdf": "Handout",
    "notes.pdf": "With notes",
    "cheat-sheet.pdf": "Cheat sheet",
    "slides.html": "One file",
}
Assets = Mapping[str, Path | str]  # what decks load, by name, as the file or its text
OF_REVEAL = ("reset.css", "reveal.css", "reveal.js", "plugin/notes.js", "plugin/search.js", "plugin/zoom.js")


def outlines(root: Path) -> list[Path]:
    """The outline of every deck of the course at `root`, sorted."""
    return sorted((root / "slides" / "decks").glob("*.md"))


def in_order(root: Path, lessons: Sequence[str]) -> list[Path]:
    """The outline of every deck, in the order of the lessons; those that it leaves out come last."""
    places = {slug: place for place, slug in enumerate(lessons)}
    return sorted(outlines(root), key=lambda path: places.get(path.stem, len(places)))


def assets(kept: Cache) -> Assets:
    """What every deck loads: reveal.js from its package, ours of pages and theme, and the fonts of the pages."""
    of_reveal = {Path(name).name: REVEAL / name for name in OF_REVEAL}
    ours = sorted(path for path in THEME.iterdir() if path.suffix in (".css", ".js"))
    shared = {name: OF_PAGES / name for name in SHARED}
    return {**of_reveal, **shared, **{path.name: path for path in ours}, FONTS: fonts.css(kept)}


def bytes_of(asset: Path | str) -> bytes:
    """What one of these holds."""
    return asset.read_bytes() if isinstance(asset, Path) else asset.encode()


def page(path: Path, slides: str, lesson: str = "", downloads: Sequence[str] = ()) -> str:
    """The HTML page of the deck whose outline is at `path`, of its slides as `render` gives them.

    `lesson` is the address of its lesson as seen from the deck; the deck has no link to it where it is empty.
    `downloads` are the names of files beside the page that it offers.
    """
    title = next((slide.title for slide in outline.read(texts.read(path)) if slide.title), path.stem)
    offers = [f'<a class="to-lesson" href="{escape(lesson)}">Lesson</a>'] if lesson else []
    offers += [f'<a href="{escape(name)}" download>{escape(DOWNLOADS[name])}</a>' for name in downloads]
    template = Template((THEME / "page.html").read_text(encoding="utf-8"))
    return template.substitute(title=escape(title), slides=slides, links="\n".join(offers), minutes=minutes(path))


def render(root: Path, path: Path, extensions: Sequence[Any], configs: Mapping[str, Any]) -> str:
    """The slides of the deck whose outline is at `path`, as HTML, by the Markdown extensions of the site.

    What is wrong with the deck as a whole stands on a slide before the first.
    """
    text = texts.read(path)
    changed = {**configs, "toc": {**configs.get("toc", {}), "permalink": False}}
    md = Markdown(extensions=list(extensions), extension_configs=changed)
    md.preprocessors.register(sectioning.Notes(md), "notes", 1)  # after fences, whose lines are not notes
    md.treeprocessors.register(sectioning.Slides(md), "slides", 1)
    token = place.set(texts.place_of(root, path, "deck"))
    try:
        slides = md.convert(text)
    finally:
        place.reset(token)
    lessons = _lessons(root)
    if path.stem in lessons and sectioning.wants_objectives(slides):
        plain = Markdown(extensions=list(extensions), extension_configs=changed)
        of_page = plain.convert(objectives(texts.read(lessons[path.stem])))
        slides = sectioning.with_objectives(slides, of_page)
    wrong = list(_of_outline(root, path, lessons))
    if wrong:
        slides = f"<section>\n{problem_html('This deck is not as it should be', wrong)}\n</section>\n{slides}"
    return slides


def minutes(path: Path) -> float:
    """How long the talk takes: the sum of its slides."""
    return sum(slide.minutes for slide in outline.read(texts.read(path)))


def problems(root: Path, library: Library) -> Iterator[Problem]:
    """Everything that is wrong with the decks of the course at `root`."""
    decks, lessons = outlines(root), _lessons(root)
    registry = Registry(Material(root, ()))
    yield from occasion.problems(root)
    for path in decks:
        yield from _of_outline(root, path, lessons)
        for fence in texts.fences(root, path, "deck"):
            yield from check(fence, texts.place_of(root, path, "deck"), library)
        yield from course.question_problems(root, path, library, "deck")
        yield from registry.problems(texts.read(path), texts.place_of(root, path, "deck"))
    for slug in sorted(lessons.keys() - {path.stem for path in decks}):
        advice = f"Write its outline: slides/decks/{slug}.md."
        yield Problem(f"content/lessons/{slug}.md", 1, "The lesson has no deck.", advice)


def _lessons(root: Path) -> dict[str, Path]:
    return {path.stem: path for path in (root / "content" / "lessons").glob("*.md")}


def _of_outline(root: Path, path: Path, lessons: Mapping[str, Path]) -> Iterator[Problem]:
    """What is wrong with a deck as a whole: its slides, its lesson, and which programs of that it shows."""
    here = texts.place_of(root, path, "deck")
    yield from outline.problems(texts.read(path), here)
    if path.stem not in lessons:
        yield Problem(here.path, 1, f"There is no lesson '{path.stem}'.", near(path.stem, lessons))
        return
    of_lesson = texts.fences(root, lessons[path.stem])
    of_deck = [fence for fence in texts.fences(root, path, "deck") if fence.file]
    order = list(dict.fromkeys(fence.file for fence in of_lesson if fence.file))
    skipped = {fence.file for fence in of_lesson if fence.embed and fence.embed.deck == "skip"}
    yield from _out_of_order(of_deck, order, here)
    yield from _cheat_sheet(texts.read(path), order, here)
    for name in order:
        if name not in skipped | {fence.file for fence in of_deck}:
            advice = 'Show it, or write deck="skip" in the lesson.'
            yield Problem(here.path, 1, f"The deck leaves out {name}.", advice)


def _cheat_sheet(text: str, order: Sequence[str], here: Place) -> Iterator[Problem]:
    """Where a slide names a program for the cheat sheet that its lesson does not show."""
    for slide in outline.read(text):
        if slide.program and slide.program not in order:
            yield Problem(
                here.path, slide.line, f"The lesson does not show {slide.program}.", near(slide.program, order)
            )


def _out_of_order(of_deck: Sequence[Fence], order: Sequence[str], here: Place) -> Iterator[Problem]:
    """Where a deck shows a program that its lesson does not, or shows one too late."""
    latest = 0
    first_shown = {fence.file: fence for fence in reversed(of_deck)}
    for fence in of_deck:
        if fence.file not in order:
            yield Problem(here.path, fence.line, f"The lesson does not show {fence.file}.", near(fence.file, order))
        elif first_shown[fence.file] is fence:
            if order.index(fence.file) < latest:
                advice = f"The lesson shows it before {order[latest]}."
                yield Problem(here.path, fence.line, f"{fence.file} comes too late.", advice)
            latest = max(latest, order.index(fence.file))
