"""Read the outline of a deck: its slides, and what is wrong with them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from content.embed import Place
from snippets.problem import Problem

TICKS = re.compile(r"[ \t>]*(`{3,}|~{3,})")
HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<title>.*?)[ \t]*(?:\{(?P<attributes>[^}]*)\})?[ \t]*")
MINUTES = re.compile(r'\bminutes="(\d+(?:\.5)?)"')
NOTES = re.compile(r"/// html \| aside\.notes[ \t]*")


@dataclass
class Slide:
    """One slide: the line of its heading in the outline, its title, its class, its minutes, its lines of text."""

    line: int
    title: str = ""
    kind: str = ""
    minutes: float = 0.0
    lines: list[str] = field(default_factory=list)

    @property
    def notes(self) -> str:
        """The first line of its notes; empty where it has none."""
        begin = next((n for n, line in enumerate(self.lines) if NOTES.fullmatch(line)), None)
        return "" if begin is None else next((line for line in self.lines[begin + 1 :] if line.strip()), "")


def read(text: str) -> list[Slide]:
    """The slides of an outline, which lines `---` divide."""
    slides = [Slide(1)]
    for number, line, is_code in _lines(text):
        if line == "---" and not is_code:
            slides.append(Slide(number + 1))
            continue
        slide = slides[-1]
        slide.lines.append(line)
        heading = HEADING.fullmatch(line)
        if heading and not is_code and not slide.title:
            attributes = heading["attributes"] or ""
            minutes = MINUTES.search(attributes)
            kind = re.search(r"\.([\w-]+)", attributes)
            slide.line, slide.title, slide.kind = number, heading["title"], kind[1] if kind else ""
            slide.minutes = float(minutes[1]) if minutes else 0.0
    return slides


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """The lines of a text with their numbers, and whether each is within a fence."""
    closing = ""
    for number, line in enumerate(text.splitlines(), 1):
        ticks = TICKS.match(line)
        yield number, line.rstrip(), bool(closing or ticks)
        if closing:
            closing = "" if re.fullmatch(rf"[ \t>]*{closing}[ \t]*", line) else closing
        elif ticks:
            closing = re.escape(ticks[1])


def problems(text: str, place: Place) -> Iterator[Problem]:
    """What is wrong with an outline itself, whatever its programs do."""
    before = ""
    for number, line, is_code in _lines(text):
        if line == "---" and before and not is_code:
            yield Problem(
                place.path, number, "'---' right under text makes a heading of it.", "Put a blank line between."
            )
        before = line
    slides = read(text)
    titles = Counter(slide.title for slide in slides)
    for number, slide in enumerate(slides):
        if not slide.title:
            yield Problem(place.path, slide.line, "A slide without a heading.", 'Begin it with ## Title {minutes="1"}.')
        elif not slide.minutes:
            yield Problem(
                place.path, slide.line, f"Slide '{slide.title}' has no minutes.", 'Add {minutes="1"} to its title.'
            )
        if slide.title and titles[slide.title] > 1:
            yield Problem(
                place.path, slide.line, f"Two slides are called '{slide.title}'.", "Each title is a link: rename one."
            )
        if number and slide.kind != "section" and not re.match(r"(Ask|Demo|Note): ", slide.notes):
            yield Problem(
                place.path,
                slide.line,
                f"Slide '{slide.title}' has no notes that start with Ask:, Demo: or Note:.",
                "Add them in a block /// html | aside.notes.",
            )
