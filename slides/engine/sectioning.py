"""Cut an outline into slides: what stands between two lines `---` becomes a section of its own."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from slides.engine import outline

CLOSING = "Key points"  # the title of the last slide of every deck
SAID = re.compile(r"(Ask|Demo|Note|Next): ")  # what a line of notes begins with that is a thing of its own

EMPTY = re.compile(
    r'(<section\b[^>]*class="objectives"[^>]*>\s*<h2\b(?:(?!</h2>).)*</h2>\s*<div class="body">\n)(</div>)'
)


class Notes(Preprocessor):
    """Gives each thing to ask, to show or to say a paragraph of its own: a lecturer finds it at a glance."""

    def run(self, lines: list[str]) -> list[str]:
        """Part such lines of notes from the line above, and make their first word stand out."""
        made: list[str] = []
        is_note = False
        for line in lines:
            is_note = bool(outline.NOTES.fullmatch(line)) or (is_note and line != "///")
            said = is_note and SAID.match(line)
            if said and not outline.NOTES.fullmatch(made[-1]):
                made.append("")
            made.append(f"**{said[1]}:** {line[said.end() :]}" if said else line)
        return made


class Slides(Treeprocessor):
    """Puts what stands between two lines `---` into a section of its own."""

    def run(self, root: Element) -> None:
        """Rebuild the document as sections; a slide's id, class and minutes come from its heading.

        What is neither heading nor notes is the slide's body. Each part of a deck, from one divider on, has a number.
        """
        children = list(root)
        for child in children:
            root.remove(child)
        part = 0
        for slide in _between_rules(children):
            section = _element(root, "section")
            heading = next((child for child in slide if child.tag in ("h1", "h2")), None)
            if heading is not None:
                _take_over(section, heading)
                section.append(heading)
            part += section.get("class") == "section"
            if part:
                section.set("data-part", str(part))
            notes = [child for child in slide if child.get("class") == "notes"]
            body = _element(section, "div", "body")
            body.extend(child for child in slide if child is not heading and child not in notes)
            if section.get("data-clock"):
                body.append(_clock(section.get("data-clock", "")))
            section.extend(notes)


def _take_over(section: Element, heading: Element) -> None:
    section.set("id", heading.attrib.pop("id", ""))
    section.set("class", heading.attrib.pop("class", _kind(heading)))
    section.set("data-timing", _seconds(heading.attrib.pop("minutes", "")))
    heading.attrib.pop("program", None)  # for the cheat sheet
    if clock := heading.attrib.pop("clock", ""):
        section.set("data-clock", _seconds(clock))


def _kind(heading: Element) -> str:
    if heading.tag == "h1":
        return "title"
    return "closing" if "".join(heading.itertext()).strip() == CLOSING else "content"


def _seconds(minutes: str) -> str:
    return str(round(60 * outline.minutes_of(minutes)))


def _clock(seconds: str) -> Element:
    """The minutes that a task has, in words: clock.js makes a clock of them."""
    clock = Element("p", {"class": "clock"})
    minutes = int(seconds) / 60
    clock.text = f"{minutes:g} minute{'s' * (minutes != 1)}"
    clock.tail = "\n"
    return clock


def _between_rules(children: Sequence[Element]) -> list[list[Element]]:
    slides: list[list[Element]] = [[]]
    for child in children:
        if child.tag == "hr":
            slides.append([])
        else:
            slides[-1].append(child)
    return slides


def _element(parent: Element, tag: str, kind: str = "") -> Element:
    element = SubElement(parent, tag, {"class": kind} if kind else {})
    element.text = element.tail = "\n"
    return element


def wants_objectives(slides: str) -> bool:
    """Whether there is a slide of the class `objectives` that has nothing on it."""
    return bool(EMPTY.search(slides))


def with_objectives(slides: str, objectives: str) -> str:
    """Put the objectives of a lesson, as HTML, onto each slide that wants them."""
    return EMPTY.sub(lambda match: f"{match[1]}{objectives}{match[2]}", slides)
