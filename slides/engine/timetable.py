"""The lines `::: decks` and `::: timetable 09:00 | a_lesson | break 15 | exercise 20`, for pages on teaching.

The one becomes a table of all decks. The other becomes a timetable that begins then: lessons take the minutes of
their decks, all else those that stand behind it.
"""

import re
from collections.abc import Container, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from content.engine.course import texts
from content.engine.directives.directive import Complaint, Directive, Material, nothing_behind
from slides.engine import deck, outline, takeaway
from snippets.engine.program.problem import near

TIMETABLE = re.compile(r"(?P<begin>\d\d:\d\d)(?P<entries>(?: *\| *[^|]+)+)")
OF_COURSE = {"The whole course as one PDF": takeaway.COURSE, "All slides as one PDF": takeaway.ALL_SLIDES}
PAUSE = re.compile(r"(?P<what>.+) (?P<minutes>\d+)")


def _entries(text: str) -> list[str]:
    return [entry.strip() for entry in text.split("|") if entry.strip()]


def _decks(_: str, material: Material) -> Sequence[str]:
    known, offered = _known(material.root), takeaway.offered.get(frozenset())
    paths = [known[slug] for slug in material.order if slug in known]
    along = {path.stem: " · ".join(_along(path.stem, offered)) for path in paths}
    more = any(along.values())
    rows = ["| lecture | slides | minutes | lesson |" + " to take along |" * more, "|---|--:|--:|---|" + "---|" * more]
    for path in paths:
        slides = outline.read(texts.read(path))
        link = f"[{slides[0].title}](slides/{path.stem}/index.html)"
        row = f"| {link} | {len(slides)} | {deck.minutes(path):g} | [page](lessons/{path.stem}.md) |"
        rows.append(row + f" {along[path.stem]} |" * more)
    links = [f"[{label}](slides/{name})" for label, name in OF_COURSE.items() if f"slides/{name}" in offered]
    whole = f" {' · '.join(links)} |" * (more or bool(links))
    return ["", *rows, f"| all together | | {sum(map(deck.minutes, paths)):g} | |{whole}", ""]


def _along(slug: str, offered: Container[str]) -> Iterator[str]:
    for name, label in deck.DOWNLOADS.items():
        if (address := f"slides/{slug}/{name}") in offered:
            yield f"[{label}]({address})"


def _known(root: Path) -> dict[str, Path]:
    return {path.stem: path for path in deck.outlines(root)}


def _timetable(rest: str, material: Material) -> Sequence[str]:
    asked = TIMETABLE.fullmatch(rest)
    begin, entries = (asked["begin"], _entries(asked["entries"])) if asked else ("00:00", [])
    now = datetime.strptime(begin, "%H:%M")
    rows = ["| time | what | minutes |", "|---|---|--:|"]
    for entry in entries:
        what, minutes = _entry(entry, _known(material.root))
        rows.append(f"| {now:%H:%M} | {what} | {minutes:g} |")
        now += timedelta(minutes=minutes)
    return ["", *rows, f"| {now:%H:%M} | end | |", ""]


def _entry(entry: str, decks: dict[str, Path]) -> tuple[str, float]:
    """What an entry is called, and its minutes."""
    if entry in decks:
        title = outline.read(texts.read(decks[entry]))[0].title
        return f"[{title}](slides/{entry}/index.html)", deck.minutes(decks[entry])
    what, _, minutes = entry.rpartition(" ")
    return what, float(minutes)


def _wrong_timetable(rest: str, material: Material) -> Iterator[Complaint]:
    asked = TIMETABLE.fullmatch(rest)
    if not asked or not _is_time(asked["begin"]):
        yield "This timetable cannot be read.", "Write ::: timetable 09:00 | a_lesson | break 15."
        return
    decks = _known(material.root)
    for entry in _entries(asked["entries"]):
        if entry not in decks and not PAUSE.fullmatch(entry):
            yield f"There is no deck '{entry}'.", near(entry, decks)


def _is_time(text: str) -> bool:
    hours, minutes = map(int, text.split(":"))
    return hours < 24 and minutes < 60


DIRECTIVES = (
    Directive("decks", _decks, nothing_behind("decks"), is_of_all=True),
    Directive("timetable", _timetable, _wrong_timetable, is_of_all=True),
)
