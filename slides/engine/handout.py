"""Decks on paper: the handout for the audience, the one for the lecturer, and the slides of all lessons in one."""

import re
from collections.abc import Iterable
from html import escape, unescape
from typing import Literal

from slides.engine.deck import FONTS, REVEAL, THEME

For = Literal["audience", "lecturer"]

SECTION = re.compile(r"<section\b.*?</section>", re.DOTALL)
NOTES = re.compile(r'<aside class="notes">(.*?)</aside>', re.DOTALL)
SECONDS = re.compile(r'<section\b[^>]* data-timing="(\d+)"')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
PAGE = """<!doctype html>
<html lang="en" class="{kind}"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="../assets/{fonts}"><link rel="stylesheet" href="../assets/look.css">
<link rel="stylesheet" href="../assets/scheduler.css">
<style>{css}{paper}</style></head>
<body>{body}{scripts}</body></html>
"""
A4 = """
@page {{
  size: A4;
  margin: 16mm 14mm 20mm;
  @bottom-left {{ content: "{title}"; font: 9pt "Course Sans", sans-serif; color: #5f5a52; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font: 9pt "Course Sans", sans-serif; color: #5f5a52; }}
}}
"""


def title_of(page: str) -> str:
    """What a deck's page is called, in plain text."""
    found = TITLE.search(page)
    return unescape(found[1]).removesuffix(" · slides") if found else ""


def handout(page: str, reader: For) -> str:
    """The slides of a deck's page, to be printed on A4.

    For the `audience` three a page, each beside lines for notes, without asides and with a box in place of each answer;
    for the `lecturer` each with its notes and minutes under it.
    """
    title = f"{title_of(page)}: {'handout' if reader == 'audience' else 'slides and notes'}"
    articles = [_article(section, reader) for section in SECTION.findall(page)]
    return on_paper(title, reader, "\n".join(articles), ("deck.css", "program.css", "paper/handout.css"), a4(title))


def together(pages: Iterable[str], title: str) -> str:
    """The slides of several decks' pages one after the other, a page each.

    Each deck is a form, so that the buttons of its runs are a group of their own.
    """
    forms = "\n".join(f'<form class="slides">{"".join(SECTION.findall(page))}</form>' for page in pages)
    return on_paper(title, "together", f'<div class="reveal">{forms}</div>', ("deck.css", "program.css", "flat.css"))


def on_paper(title: str, kind: str, body: str, styles: Iterable[str], page: str = "") -> str:
    """A page to be printed with these styles of the theme, which tells by the class `ready` that it is laid out."""
    reset = (REVEAL / "reset.css").read_text(encoding="utf-8")
    css = "\n".join([reset, *map(_text, styles)])
    scripts = "".join(f"<script>\n{_text(name)}</script>" for name in ("roll.js", "fit.js", "paper/paper.js"))
    return PAGE.format(kind=kind, fonts=FONTS, title=escape(title), css=css, paper=page, body=body, scripts=scripts)


def a4(title: str) -> str:
    """The style of pages of A4 that carry a title and their number."""
    return A4.format(title=quoted(title))


def quoted(title: str) -> str:
    """A title without what would end a string of a style, or the style."""
    return re.sub(r'[\\"<]', "", title)


def _article(section: str, reader: For) -> str:
    slide = f'<div class="reveal"><div class="slides">{NOTES.sub("", section)}</div></div>'
    if reader == "audience":
        return f'<article>{slide}<div class="lines"></div></article>'
    spoken = "".join(f'<div class="spoken">{_minutes(section)}{notes}</div>' for notes in NOTES.findall(section))
    return f"<article>{slide}{spoken}</article>"


def _minutes(section: str) -> str:
    found = SECONDS.match(section)
    minutes = int(found[1]) / 60 if found else 0
    return f'<span class="minutes">{minutes:g} min</span>' if minutes else ""


def _text(name: str) -> str:
    return (THEME / name).read_text(encoding="utf-8")
