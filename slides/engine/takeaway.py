"""What one takes along: a deck as one file, PDF, handouts, cheat sheet; all slides and the whole course as one PDF."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from slides.engine import chromium, handout, room
from slides.engine.deck import DOWNLOADS, THEME, Assets, bytes_of

if TYPE_CHECKING:  # it is there only where somebody prints
    from playwright.sync_api import BrowserContext, Page

NEEDS = "Printing needs Playwright and pypdf: pip install --constraint constraints.txt --editable '.[pdf]'."
MADE_OF = "made-of.txt"  # beside a deck: the digest of all that its downloads were made of
ALL_SLIDES = "all-slides.pdf"  # of all lessons
COURSE = "course.pdf"  # the pages of all lessons
OF_COURSE = (COURSE, ALL_SLIDES)
offered: ContextVar[frozenset[str]] = ContextVar("offered")  # the addresses of what the site that is built has of this
DATES = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}")


def digest(assets: Assets, *texts: str) -> str:
    """What tells one state of what can be downloaded from another: its texts, and all that shows them."""
    state = hashlib.sha256("\0".join(texts).encode())
    ours = [*sorted(THEME.rglob("*.*")), *sorted(Path(__file__).parent.glob("*.py"))]
    for one in (*assets.values(), *ours):
        state.update(hashlib.sha256(bytes_of(one)).digest())
    return state.hexdigest()


def write_digest(folder: Path, assets: Assets, *texts: str) -> None:
    """Note in a folder what its downloads are made of; remove those that were made of something else."""
    folder.mkdir(parents=True, exist_ok=True)
    if not made_of(folder, assets, *texts):
        for name in (*DOWNLOADS, *OF_COURSE):
            (folder / name).unlink(missing_ok=True)
    (folder / MADE_OF).write_text(digest(assets, *texts), encoding="utf-8")


def made_of(folder: Path, assets: Assets, *texts: str) -> list[Path]:
    """The files in a folder that can be downloaded and were made of these very texts."""
    try:
        if (folder / MADE_OF).read_text(encoding="utf-8") != digest(assets, *texts):
            return []
    except OSError:
        return []
    return [folder / name for name in (*DOWNLOADS, *OF_COURSE) if (folder / name).is_file()]


class CannotPrintError(Exception):
    """Raised where there is nothing to print with; says what to install."""


def write_standalone(folder: Path, assets: Assets) -> Path:
    """Write the deck in a folder as one file beside it, and give its path."""
    target = folder / "slides.html"
    target.write_text(standalone(_text(folder / "index.html"), assets), encoding="utf-8")
    return target


def standalone(page: str, assets: Assets) -> str:
    """A deck's page with all that it loads put into it, so that one file is the whole deck."""

    def style(match: re.Match[str]) -> str:
        return f"<style{match[2] or ''}>\n{bytes_of(assets[match[1]]).decode()}</style>"

    def script(match: re.Match[str]) -> str:
        code = bytes_of(assets[match[1]]).decode().replace("</script", r"<\/script")
        return f"<script>\n{code}</script>"

    page = re.sub(r'<link rel="stylesheet" href="\.\./assets/([\w.-]+)"( media="\w+")?>', style, page)
    return re.sub(r'<script src="\.\./assets/([\w.-]+)"></script>', script, page)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@contextmanager
def printer(assets: Assets) -> Iterator["Printer"]:
    """A Chromium that prints. Raises CannotPrintError where Playwright or a browser is missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise CannotPrintError(NEEDS) from None
    path = chromium.installed()
    if path is None:
        raise CannotPrintError(chromium.NONE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield Printer(browser.new_context(), assets)
        browser.close()


def undated(pdf: bytes) -> bytes:
    """A PDF without the time at which it was printed: the same deck makes the same file. The date stays as long."""
    return DATES.sub(rb"\g<1>20000101000000", pdf)


class Printer:
    """Prints pages to PDF: selectable text, bookmarks from the headings. Keeps what was `cut` of slides."""

    def __init__(self, context: "BrowserContext", assets: Assets) -> None:
        self._context = context
        self._assets = assets
        self.cut: list[room.Cut] = []

    def print_all(self, folder: Path, sheet: str) -> list[Path]:
        """Print the deck in a folder, one page a slide, both handouts, and the cheat sheet; give the paths of all."""
        index = folder / "index.html"
        page = _text(index)
        self._print(index.resolve().as_uri(), folder / "slides.pdf", ".reveal.ready")
        return [
            folder / "slides.pdf",
            self.print_page(handout.handout(page, "audience"), folder / "handout.pdf"),
            self.print_page(handout.handout(page, "lecturer"), folder / "notes.pdf"),
            self.print_page(sheet, folder / "cheat-sheet.pdf"),
        ]

    def print_page(self, html: str, target: Path) -> Path:
        """Print a page that is there for nothing else."""
        made = target.with_suffix(".html")
        made.write_text(standalone(html, self._assets), encoding="utf-8")
        self._print(made.resolve().as_uri(), target, "body.ready")
        made.unlink()
        return target

    def _print(self, address: str, target: Path, ready: str) -> None:
        with self.opened(address, ready) as page:
            self.cut += room.cuts(page, target)
            target.write_bytes(undated(pdf_of(page)))

    @contextmanager
    def opened(self, address: str, ready: str) -> Iterator["Page"]:
        """A page that has been loaded until a selector finds something in it."""
        page = self._context.new_page()
        page.goto(address)
        page.wait_for_selector(ready, state="attached")
        yield page
        page.close()


def pdf_of(page: "Page") -> bytes:
    """A page of the browser on paper, of the size that its style says."""
    return page.pdf(prefer_css_page_size=True, print_background=True, outline=True, tagged=True)
