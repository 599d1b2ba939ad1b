"""Tables of the decks and timetables of workshops for the teaching page, made from the decks' own minutes.

A line `::: decks` becomes a table of all decks. A line `::: timetable 09:00 | a_lesson | break 15 | exercise 20`
becomes a timetable that begins then: lessons take the minutes of their decks, all else those that stand behind it.
"""

import re
from collections.abc import Container, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from content.engine.course import course, texts
from content.engine.fence.header import Place
from slides.engine import deck, outline, takeaway
from snippets.engine.program.problem import Problem, near

DECKS = re.compile(r"::: decks[ \t]*")
TIMETABLE = re.compile(r"::: timetable (?P<begin>\d\d:\d\d)(?P<entries>(?: \| [^|\n]+)+)")
COURSE = f"slides/{takeaway.COURSE}"
PAUSE = re.compile(r"(?P<what>.+) (?P<minutes>\d+)")


def expand(text: str, root: Path, order: Sequence[str], offered: Container[str] = ()) -> str:
    """Put tables in place of the lines that ask for them; `order` is that of the lessons.

    `offered` are the addresses of what can be downloaded, such as `slides/locks/slides.pdf`.
    """
    return "\n".join(_expanded(line, root, order, offered) for line in text.split("\n"))


def _expanded(line: str, root: Path, order: Sequence[str], offered: Container[str]) -> str:
    if DECKS.fullmatch(line):
        paths = {path.stem: path for path in deck.outlines(root)}
        return _decks([paths[slug] for slug in order if slug in paths], offered)
    asked = TIMETABLE.fullmatch(line.rstrip())
    return _timetable(asked["begin"], _entries(asked["entries"]), root) if asked else line


def _entries(text: str) -> list[str]:
    return [entry.strip() for entry in text.split(" | ") if entry.strip()]


def _decks(paths: Sequence[Path], offered: Container[str]) -> str:
    along = {path.stem: " · ".join(_along(path.stem, offered)) for path in paths}
    more = " to take along |" if any(along.values()) else ""
    rows = [f"| lecture | slides | minutes | lesson |{more}", f"|---|--:|--:|---|{more and '---|'}"]
    for path in paths:
        slides = outline.read(texts.read(path))
        link = f"[{slides[0].title}](slides/{path.stem}/index.html)"
        row = f"| {link} | {len(slides)} | {deck.minutes(path):g} | [page](lessons/{path.stem}.md) |"
        rows.append(f"{row} {along[path.stem]} |" if more else row)
    whole = f" [All slides as one PDF]({COURSE}) |" if COURSE in offered else more and " |"
    return "\n".join([*rows, f"| all together | | {sum(map(deck.minutes, paths)):g} | |{whole}"])


def _along(slug: str, offered: Container[str]) -> Iterator[str]:
    for name, label in deck.DOWNLOADS.items():
        if (address := f"slides/{slug}/{name}") in offered:
            yield f"[{label}]({address})"


def _timetable(begin: str, entries: list[str], root: Path) -> str:
    decks = {path.stem: path for path in deck.outlines(root)}
    hours, minutes_past = map(int, begin.split(":"))
    now = datetime.min + timedelta(hours=hours, minutes=minutes_past)
    rows = ["| time | what | minutes |", "|---|---|--:|"]
    for entry in entries:
        pause = PAUSE.fullmatch(entry)
        if entry in decks:
            title = outline.read(texts.read(decks[entry]))[0].title
            what, minutes = f"[{title}](slides/{entry}/index.html)", deck.minutes(decks[entry])
        elif pause:
            what, minutes = pause["what"], float(pause["minutes"])
        else:
            continue  # `problems` tells of it
        rows.append(f"| {now:%H:%M} | {what} | {minutes:g} |")
        now += timedelta(minutes=minutes)
    return "\n".join([*rows, f"| {now:%H:%M} | end | |"])


def problems(text: str, place: Place, root: Path) -> Iterator[Problem]:
    """What is wrong with the lines that ask for tables."""
    if "::: timetable" not in text:
        return
    decks = [path.stem for path in deck.outlines(root)]
    for number, line in enumerate(text.split("\n"), place.first_line):
        asked = TIMETABLE.fullmatch(line.rstrip())
        if line.startswith("::: timetable") and not asked:
            advice = "Write ::: timetable 09:00 | a_lesson | break 15."
            yield Problem(place.path, number, "This timetable cannot be read.", advice)
        for entry in _entries(asked["entries"]) if asked else ():
            if entry not in decks and not PAUSE.fullmatch(entry):
                yield Problem(place.path, number, f"There is no deck '{entry}'.", near(entry, decks))


def all_problems(root: Path) -> Iterator[Problem]:
    """What is wrong with the timetables of all pages."""
    for path in course.pages(root):
        yield from problems(texts.read(path), course.place_of(root, path), root)
