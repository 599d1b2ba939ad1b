"""Read the outline of a deck: its slides, and what is wrong with them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from content.engine.fence.header import Complaint, Place
from content.engine.fence.scan import numbered_lines
from snippets.engine.program.problem import Problem

HEADING = re.compile(r"#{1,2} +(?P<title>.*?) *(?:\{(?P<attributes>[^}]*)\})? *")
KIND = re.compile(r"(?<!\S)\.([\w-]+)")
MINUTES = re.compile(r'(?<!\S)minutes="([^"]*)"')
CLOCK = re.compile(r'(?<!\S)clock="([^"]*)"')
PROGRAM = re.compile(r'(?<!\S)program="([^"]*)"')
NUMBER = re.compile(r"\d+(?:\.\d+)?")
UNDERLINE = re.compile(r"=+|-+")  # right below text, it makes a heading of that
RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})")
NOTES = re.compile(r"/// html \| aside\.notes[ \t]*")
ANCHOR = re.compile(r"(?<!\S)#([\w-]+)")
SPAN = re.compile(r"(`+)[^`\n]+?\1")
IMAGE = re.compile(r"!\[(?P<text>[^\]]*)\](?=[(\[])|<img\b(?P<img>[^>]*)>|<svg\b(?P<svg>.*?)</svg>", re.DOTALL)
TEXT = re.compile(r"""(?:alt|aria-label)=["']\s*[^"'\s]|aria-hidden="true"|<title>\s*[^<\s]""")


@dataclass
class Slide:
    """One slide: the line of its heading, its title, an id that it gives itself, its class, minutes, and lines of text.

    `first` is the line of the outline that its text begins with. A slide without a heading counts from there.
    `clock` are the minutes that its task has, `program` is what the cheat sheet shows, both as its heading has them.
    """

    line: int
    title: str = ""
    anchor: str = ""
    kind: str = ""
    minutes: float = 0.0
    lines: list[str] = field(default_factory=list)
    first: int = 1
    clock: str = ""
    program: str = ""

    @property
    def notes(self) -> str:
        """The first line of its notes; empty where it has none."""
        begin = next((n for n, line in enumerate(self.lines) if NOTES.fullmatch(line)), None)
        return "" if begin is None else next((line for line in self.lines[begin + 1 :] if line.strip()), "")


@lru_cache(maxsize=2048)  # texts: a build looks at each several times
def read(text: str) -> Sequence[Slide]:
    """The slides of an outline, which lines `---` divide."""
    slides = [Slide(1)]
    for number, line, is_code in numbered_lines(text):
        if line == "---" and not is_code:
            slides.append(Slide(number + 1, first=number + 1))
            continue
        slide = slides[-1]
        slide.lines.append(line)
        heading = HEADING.fullmatch(line)
        if heading and not is_code and not slide.title:
            attributes = heading["attributes"] or ""
            kind, minutes = KIND.search(attributes), MINUTES.search(attributes)
            clock, program = CLOCK.search(attributes), PROGRAM.search(attributes)
            slide.clock, slide.program = clock[1] if clock else "", program[1] if program else ""
            slide.line, slide.title, slide.kind = number, heading["title"], kind[1] if kind else ""
            slide.minutes = minutes_of(minutes[1]) if minutes else 0.0
            anchor = ANCHOR.search(attributes)
            slide.anchor = anchor[1] if anchor else ""
    return tuple(slides)


def minutes_of(text: str) -> float:
    """The minutes that a heading's attribute says; 0 where that is no number."""
    return float(text) if NUMBER.fullmatch(text) else 0.0


def problems(text: str, place: Place) -> Iterator[Problem]:
    """What is wrong with an outline itself, whatever its programs do."""
    slides = read(text)
    for line, (what, do) in [*_wrong_rules(text), *_wrong_slides(slides), *_wrong_notes(slides), *_untold(text)]:
        yield Problem(place.path, line, what, do)


def _wrong_rules(text: str) -> Iterator[tuple[int, Complaint]]:
    before = ""
    for number, line, is_code in numbered_lines(text):
        if before and UNDERLINE.fullmatch(line) and not is_code:
            advice = "Put a blank line between; a heading begins with # or ##."
            yield number, (f"'{line}' right under text makes a heading of it.", advice)
        elif RULE.fullmatch(line) and line != "---" and not is_code:
            yield number, (f"'{line}' divides slides, too.", "Write --- to divide them, and no other rules.")
        before = line


def _wrong_slides(slides: Sequence[Slide]) -> Iterator[tuple[int, Complaint]]:
    anchors = Counter(slide.anchor for slide in slides)
    for number, slide in enumerate(slides):
        name = f"Slide '{slide.title}'"
        if not slide.title:
            if not slide.notes:
                yield slide.line, ("A slide without a heading.", 'Begin it with ## Title {minutes="1"}.')
            continue
        if not slide.minutes:
            yield slide.line, (f"{name} has no minutes.", 'Add {minutes="1"} to its title.')
        if slide.clock and not minutes_of(slide.clock):
            yield slide.line, (f"{name} has a clock of no minutes.", 'Write clock="10" for ten minutes.')
        if slide.clock and slide.kind != "exercise":
            yield slide.line, (f"{name} has a clock and is no exercise.", "Write {.exercise …} behind its title.")
        if slide.anchor and anchors[slide.anchor] > 1:
            yield slide.line, (f"{name} has the id of another: '{slide.anchor}'.", "Each id is a link: rename one.")
        if number and slide.kind != "section" and not re.match(r"(Ask|Demo|Note): ", slide.notes):
            what = f"{name} has no notes that start with Ask:, Demo: or Note:."
            yield slide.line, (what, "Add them in a block /// html | aside.notes.")


def _wrong_notes(slides: Sequence[Slide]) -> Iterator[tuple[int, Complaint]]:
    """Notes that belong to no slide, or that go on into the next one."""
    for slide in slides:
        for number, line in enumerate(slide.lines):
            if not NOTES.fullmatch(line):
                continue
            place = slide.first + number
            if not slide.title or place < slide.line:
                yield place, ("Notes outside a slide.", "Put them below the title of the slide that they belong to.")
            if "///" not in slide.lines[number:]:
                yield place, ("These notes do not end.", "Add a line /// below them.")


def _untold(text: str) -> Iterator[tuple[int, Complaint]]:
    """Images that say nothing to those who do not see them."""
    prose = "\n".join("" if is_code else SPAN.sub("", line) for _, line, is_code in numbered_lines(text))
    for image in IMAGE.finditer(prose):
        if image["text"] is not None:
            is_told, do = bool(image["text"].strip()), "Say between the brackets what it shows: ![…](…)."
        elif image["img"] is not None:
            is_told, do = bool(TEXT.search(image["img"])), 'Say what it shows: alt="…".'
        else:
            is_told, do = bool(TEXT.search(image["svg"])), "Say what it shows: <title>…</title> inside."
        if not is_told:
            yield prose.count("\n", 0, image.start()) + 1, ("An image without text.", do)
