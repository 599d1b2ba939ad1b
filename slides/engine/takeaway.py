"""What lecturers take along: a deck as one file, as a PDF, and as a handout with the notes under the slides."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from slides.engine import chromium
from slides.engine.deck import DOWNLOADS, THEME, assets

if TYPE_CHECKING:  # it is there only where somebody prints
    from playwright.sync_api import BrowserContext

NO_PLAYWRIGHT = "Printing needs Playwright: pip install --constraint constraints.txt --editable '.[pdf]'."
MADE_OF = "made-of.txt"  # beside a deck: the digest of the slides that its downloads were made of
SECTION = re.compile(r"<section\b.*?</section>", re.DOTALL)
NOTES = re.compile(r'<aside class="notes">(.*?)</aside>', re.DOTALL)
DATES = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}")
HANDOUT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}, with notes</title><style>{css}
@page {{ size: A4; margin: 12mm; }}
html, body {{ background: #fff; overflow: visible; }}
article {{ break-inside: avoid; margin: 0 0 7mm; }}
.reveal {{ width: 1280px; min-height: 720px; zoom: .52; border: 2px solid #999; padding: 24px; overflow: hidden; }}
.reveal .fragment {{ visibility: visible; opacity: 1; }}
.reveal .slides {{ height: auto; }}
.reveal .run-output pre {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
.spoken {{ font: 11pt/1.4 var(--sans); margin: 3mm 0 0; }}
</style></head><body>{articles}</body></html>
"""


def digest(slides: str) -> str:
    """What tells one state of a deck from another: its slides, and all that they are shown with."""
    state = hashlib.sha256(slides.encode())
    for path in (*assets().values(), THEME / "page.html", Path(__file__)):
        state.update(hashlib.sha256(path.read_bytes()).digest())
    return state.hexdigest()


def made_of(folder: Path, slides: str) -> list[Path]:
    """The files in a deck's folder that can be downloaded and were made of these very slides."""
    try:
        if (folder / MADE_OF).read_text(encoding="utf-8") != digest(slides):
            return []
    except OSError:
        return []
    return [folder / name for name in DOWNLOADS if (folder / name).is_file()]


class CannotPrintError(Exception):
    """Raised where there is nothing to print with; says what to install."""


def write_standalone(folder: Path) -> Path:
    """Write the deck in a folder as one file beside it, and give its path."""
    target = folder / "slides.html"
    target.write_text(standalone(_text(folder / "index.html"), assets()), encoding="utf-8")
    return target


def standalone(page: str, assets: Mapping[str, Path]) -> str:
    """A deck's page with all that it loads put into it, so that one file is the whole deck."""

    def style(match: re.Match[str]) -> str:
        return f"<style{match[2] or ''}>\n{_text(assets[match[1]])}</style>"

    def script(match: re.Match[str]) -> str:
        code = _text(assets[match[1]]).replace("</script", r"<\/script")
        return f"<script>\n{code}</script>"

    page = re.sub(r'<link rel="stylesheet" href="\.\./assets/([\w.-]+)"( media="\w+")?>', style, page)
    return re.sub(r'<script src="\.\./assets/([\w.-]+)"></script>', script, page)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def handout(page: str, theme: str) -> str:
    """The slides of a deck's page, each with its notes under it, to be printed on A4; `theme` is the decks' CSS."""
    articles = [_article(section) for section in SECTION.findall(page)]
    title = page.partition("<title>")[2].partition("</title>")[0]
    return HANDOUT.format(title=title, css=theme, articles="\n".join(articles))


def _article(section: str) -> str:
    spoken = "".join(f'<div class="spoken">{notes}</div>' for notes in NOTES.findall(section))
    slide = NOTES.sub("", section)
    return f'<article><div class="reveal"><div class="slides">{slide}</div></div>{spoken}</article>'


@contextmanager
def printer() -> Iterator["Printer"]:
    """A Chromium that prints. Raises CannotPrintError where Playwright or a browser is missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise CannotPrintError(NO_PLAYWRIGHT) from None
    path = chromium.installed()
    if path is None:
        raise CannotPrintError(chromium.NONE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield Printer(browser.new_context())
        browser.close()


def undated(pdf: bytes) -> bytes:
    """A PDF without the time at which it was printed: the same deck makes the same file. The date stays as long."""
    return DATES.sub(rb"\g<1>20000101000000", pdf)


class Printer:
    """Prints pages to PDF: selectable text, bookmarks from the headings."""

    def __init__(self, context: "BrowserContext") -> None:
        self._context = context

    def print_all(self, folder: Path) -> list[Path]:
        """Print the deck in a folder, one page a slide, and its handout; give the paths of both."""
        page, handed = folder / "index.html", folder / "handout.html"
        style = _text(THEME / "deck.css") + _text(THEME / "program.css")
        handed.write_text(handout(_text(page), style), encoding="utf-8")
        self._print(page.resolve().as_uri(), folder / "slides.pdf", ".reveal.ready")
        self._print(handed.resolve().as_uri(), folder / "handout.pdf", "article")
        handed.unlink()
        return [folder / "slides.pdf", folder / "handout.pdf"]

    def _print(self, address: str, target: Path, ready: str) -> None:
        page = self._context.new_page()
        page.goto(address)
        page.wait_for_selector(ready)
        target.write_bytes(
            undated(page.pdf(prefer_css_page_size=True, print_background=True, outline=True, tagged=True))
        )
        page.close()
