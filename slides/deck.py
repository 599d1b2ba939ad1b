"""Make a reveal.js page of a deck's outline, with the runs that the lesson shows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any
from xml.etree.ElementTree import Element

import pyreveal
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from content import course
from content.embed import check
from content.fence import place
from slides import outline
from snippets.library import Library
from snippets.problem import Problem, near

THEME = Path(__file__).resolve().parent / "theme"
REVEAL = Path(pyreveal.__file__).parent / "revealjs" / "dist"
SHOWN = ("reset.css", "reveal.css", "reveal.js", "plugin/notes.js", "plugin/search.js", "plugin/zoom.js")


def outlines(root: Path) -> list[Path]:
    """The outline of every deck of the course at `root`, sorted."""
    return sorted((root / "slides" / "decks").glob("*.md"))


def assets() -> dict[str, Path]:
    """What every deck loads, by the name under which it does: reveal.js from its package, and our theme."""
    of_reveal = {Path(name).name: REVEAL / name for name in SHOWN}
    return {**of_reveal, **{path.name: path for path in sorted(THEME.glob("deck.*"))}}


def render(root: Path, path: Path, extensions: Sequence[Any], configs: Mapping[str, Any], lesson: str = "") -> str:
    """The HTML page of the deck whose outline is at `path`, by the Markdown extensions of the site.

    `lesson` is the address of its lesson as seen from the deck; the deck has no link to it where it is empty.
    """
    text = path.read_text(encoding="utf-8")
    changed = {**configs, "toc": {**configs.get("toc", {}), "permalink": False}}
    md = Markdown(extensions=list(extensions), extension_configs=changed)
    md.treeprocessors.register(Slides(md), "slides", 1)
    token = place.set(course.place_of(root, path, "deck"))
    try:
        slides = md.convert(text)
    finally:
        place.reset(token)
    title = next((slide.title for slide in outline.read(text) if slide.title), path.stem)
    page = Template((THEME / "page.html").read_text(encoding="utf-8"))
    link = f'<a class="to-lesson" href="{escape(lesson)}">Lesson</a>' if lesson else ""
    return page.substitute(title=escape(title), slides=slides, lesson=link, minutes=json.dumps(minutes(path)))


def minutes(path: Path) -> float:
    """How long the talk takes: the sum of its slides."""
    return sum(slide.minutes for slide in outline.read(path.read_text(encoding="utf-8")))


class Slides(Treeprocessor):
    """Puts what stands between two lines `---` into a section of its own."""

    def run(self, root: Element) -> None:
        """Rebuild the document as sections; a slide's id, class and minutes come from its heading."""
        children = list(root)
        for child in children:
            root.remove(child)
        section = self._section(root)
        for child in children:
            if child.tag == "hr":
                section = self._section(root)
                continue
            if child.tag in ("h1", "h2") and "id" not in section.attrib:
                self._take_over(section, child)
            section.append(child)

    @staticmethod
    def _section(root: Element) -> Element:
        section = Element("section")
        section.text = section.tail = "\n"
        root.append(section)
        return section

    @staticmethod
    def _take_over(section: Element, heading: Element) -> None:
        section.set("id", heading.attrib.pop("id", ""))
        section.set("class", heading.attrib.pop("class", "title" if heading.tag == "h1" else "content"))
        section.set("data-timing", str(round(60 * float(heading.attrib.pop("minutes", "0")))))


def problems(root: Path, library: Library) -> Iterator[Problem]:
    """Everything that is wrong with the decks of the course at `root`."""
    lessons = {path.stem: path for path in (root / "content" / "lessons").glob("*.md")}
    for path in outlines(root):
        here = course.place_of(root, path, "deck")
        yield from outline.problems(path.read_text(encoding="utf-8"), here)
        for fence in course.fences(root, path, "deck"):
            yield from check(fence, here, library)
        if path.stem in lessons:
            yield from _differences(root, path, lessons[path.stem])
        else:
            yield Problem(here.path, 1, f"There is no lesson '{path.stem}'.", near(path.stem, lessons))
    for slug in sorted(lessons.keys() - {path.stem for path in outlines(root)}):
        advice = f"Write its outline: slides/decks/{slug}.md."
        yield Problem(f"content/lessons/{slug}.md", 1, "The lesson has no deck.", advice)


def _differences(root: Path, path: Path, lesson: Path) -> Iterator[Problem]:
    """Where a deck shows other programs than its lesson, or in another order, or leaves one out."""
    here = course.place_of(root, path, "deck").path
    of_lesson = course.embeds(root, lesson)
    order = list(dict.fromkeys(embed.file for embed in of_lesson))
    latest = 0
    shown = set()
    for fence in course.fences(root, path, "deck"):
        name = fence.embed.file if fence.embed else ""
        if name and name not in order:
            yield Problem(here, fence.line, f"The lesson does not show {name}.", near(name, order))
        elif name and name not in shown:
            if order.index(name) < latest:
                advice = f"The lesson shows it before {order[latest]}."
                yield Problem(here, fence.line, f"{name} comes too late.", advice)
            latest = max(latest, order.index(name))
        shown.add(name)
    skipped = {embed.file for embed in of_lesson if embed.deck == "skip"}
    for name in order:
        if name not in shown | skipped:
            advice = 'Show it, or write deck="skip" in the lesson.'
            yield Problem(here, 1, f"The deck leaves out {name}.", advice)
