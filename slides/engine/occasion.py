"""What a deck says of where it belongs, on its title and its closing slide: course, lesson, lecturer, day, address."""

import datetime
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from content.engine.directives.parts import About
from content.engine.site import changes
from slides.engine import lecturer

SECTION = re.compile(
    r'(?P<open><section\b[^>]* class="(?P<kind>title|closing)"[^>]*>)(?P<inside>.*?)(?=</section>)', re.DOTALL
)


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
    said = lecturer.read(root)
    slug, lessons = path.stem, course.order
    lesson = f"Lesson {lessons.index(slug) + 1} of {len(lessons)}" if slug in lessons else ""
    base = said.address or course.address
    address = f"{base.removesuffix('/')}/lessons/{slug}/" if base else ""
    day = changes.days(root).get(f"slides/decks/{path.name}", "")
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
    import segno  # here: most builds have all decks from the cache

    address = escape(occasion.address)
    code = segno.make_qr(occasion.address, error="m").svg_inline(border=2, dark="#000", light="#fff", omitsize=True)
    shown = escape(occasion.address.split("://")[-1].removesuffix("/"))
    return (
        f'<div class="where"><p>{why}<br><a href="{address}">{shown}</a></p>'
        f'<div class="qr" role="img" aria-label="QR code of {address}">{code}</div></div>\n'
    )
