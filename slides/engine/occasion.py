"""What a deck says of where it belongs, on its title and its closing slide: course, lesson, lecturer, day, address.

Who gives the lecture is said by slides/lecturer.toml, a file that need not be there.
"""

import base64
import datetime
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from content.engine.directives.parts import About
from snippets.engine.program.problem import Problem, near

FILE = "slides/lecturer.toml"
KINDS = {".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}
PLACE = re.compile(r"line (\d+)")
SECTION = re.compile(
    r'(?P<open><section\b[^>]* class="(?P<kind>title|closing)"[^>]*>)(?P<inside>.*?)(?=</section>)', re.DOTALL
)


@dataclass(frozen=True)
class Lecturer:
    """The title of the lecture that the decks are part of, who gives it and when, and the address of the course's site.

    `logo` is an image as a `data:` address, so that a deck in one file has it, too. What is not said is empty.
    """

    title: str = ""
    name: str = ""
    date: str = ""
    address: str = ""
    logo: str = ""


KEYS = tuple(field.name for field in fields(Lecturer))


@dataclass(frozen=True)
class Occasion:
    """What the title slide says beside its title; all in plain text, `logo` as a `data:` address, or empty."""

    course: str
    lesson: str
    name: str
    date: str
    address: str
    logo: str


def of(root: Path, path: Path, course: About) -> Occasion:
    """The occasion of the deck at `path`: what the lecturer's file says goes before what the course does.

    Where that says no date, it is the day of the newest commit that changed the deck.
    """
    said = lecturer_of(root)
    slug, lessons = path.stem, course.order
    lesson = f"Lesson {lessons.index(slug) + 1} of {len(lessons)}" if slug in lessons else ""
    base = said.address or course.address
    address = f"{base.removesuffix('/')}/lessons/{slug}/" if base else ""
    day = course.days.get(f"slides/decks/{path.name}", "")
    date = said.date or (_in_words(datetime.date.fromisoformat(day)) if day else "")
    return Occasion(said.title or course.name, lesson, said.name or course.author, date, address, said.logo)


def _in_words(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def told(slides: str, occasion: Occasion) -> str:
    """The slides of a deck with what its title slide says of the occasion, and its closing slide of the address."""

    def add(match: re.Match[str]) -> str:
        if match["kind"] == "closing":
            return f"{match[0]}{where(occasion, 'Read it again, and do the exercises:')}"
        return f"{match['open']}{above(occasion)}{match['inside']}{_below(occasion)}"

    return SECTION.sub(add, slides)


def above(occasion: Occasion) -> str:
    """The course, and which of its lessons this is, beside the logo."""
    logo = f'<img class="logo" src="{occasion.logo}" alt="Logo">' if occasion.logo else ""
    words = " · ".join(escape(word) for word in (occasion.course, occasion.lesson) if word)
    return f'\n<div class="of-course">{logo}<p>{words}</p></div>\n'


def _below(occasion: Occasion) -> str:
    words = "".join(f"<p>{escape(word)}</p>" for word in (occasion.name, occasion.date) if word)
    return f'<div class="occasion"><div>{words}</div>{where(occasion, "Read along:")}</div>\n'


def where(occasion: Occasion, why: str) -> str:
    """The address of the lesson, as a link and as a QR code, which is black on white in the dark as well."""
    if not occasion.address:
        return ""
    address = escape(occasion.address)
    shown = escape(occasion.address.split("://")[-1].removesuffix("/"))
    return (
        f'<div class="where"><p>{why}<br><a href="{address}">{shown}</a></p>'
        f'<div class="qr" role="img" aria-label="QR code of {address}">{_code(occasion.address)}</div></div>\n'
    )


@lru_cache(maxsize=1024)  # addresses: while it serves, all decks have theirs, with each save
def _code(address: str) -> str:
    import segno  # not at the top: where nobody knows the address of the course there is no code

    made = segno.make_qr(address, error="m").svg_inline(border=2, dark="#000", light="#fff", omitsize=True)
    return str(made)


def lecturer_of(root: Path) -> Lecturer:
    """What the course at `root` says of its lecturer; what is wrong, of which `problems` tells, counts as not said."""
    try:
        said = _load(root)
    except (OSError, ValueError):
        return Lecturer()
    found = {key: value for key, value in said.items() if key in KEYS and isinstance(value, str)}
    logo = _logo(root, found.pop("logo", ""))
    return Lecturer(**found, logo=_as_data(logo) if logo else "")


def problems(root: Path) -> Iterator[Problem]:
    """What is wrong with the file."""
    try:
        said = _load(root)
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        line = PLACE.search(str(error))
        what = f"It cannot be read: {error}."
        yield Problem(FILE, int(line[1]) if line else 1, what, 'Write lines such as name = "Ada Lovelace".')
        return
    for key, value in said.items():
        if key not in KEYS:
            yield Problem(FILE, _line(root, key), f"Unknown key '{key}'.", near(key, KEYS))
        elif not isinstance(value, str):
            yield Problem(FILE, _line(root, key), f"'{key}' is no text.", f'Write {key} = "…".')
        elif key == "logo" and _logo(root, value) is None:
            advice = f"Put it beside {FILE}, as one of {', '.join(KINDS)}."
            yield Problem(FILE, _line(root, key), f"There is no image '{value}'.", advice)


def _load(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / FILE).read_text(encoding="utf-8-sig"))


def _line(root: Path, key: str) -> int:
    lines = (root / FILE).read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip(' "[').startswith(key)), 1)


def _logo(root: Path, name: str) -> Path | None:
    path = (root / FILE).parent / name
    return path if path.suffix.lower() in KINDS and path.is_file() else None


def _as_data(path: Path) -> str:
    content = base64.b64encode(path.read_bytes()).decode("ascii")
    return f"data:image/{KINDS[path.suffix.lower()]};base64,{content}"
