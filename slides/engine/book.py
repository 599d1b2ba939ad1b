"""The whole course as one PDF: a page of contents, and the pages of all lessons as the site prints them."""

from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from content.engine.course import course
from content.engine.directives.parts import About
from slides.engine import handout, takeaway
from slides.engine.deck import THEME
from snippets.engine.runs.library import Library

if TYPE_CHECKING:  # it is there only where somebody prints
    from pypdf import PdfWriter

INSIDE = "lesson:"  # begins the address of a lesson of the book in its contents, until it leads to its page
PAPER = "@page { size: A4; margin: 16mm 14mm 20mm; }"
FOOT = """
:root {{ counter-reset: page {before}; }}
@page {{
  margin: 12mm 12mm 18mm;
  @bottom-left {{ content: "{title}"; font: 8pt "Course Sans", sans-serif; color: #5f5a52; }}
  @bottom-right {{ content: counter(page); font: 8pt "Course Sans", sans-serif; color: #5f5a52; }}
}}
"""


def sources(root: Path, library: Library) -> Iterator[str]:
    """All that the lessons of a course are made of: their texts, the runs that they show, and the exercises."""
    exercises = root.glob("snippets/*/exercise_*/*.*")
    for path in sorted([*root.glob("content/lessons/*.md"), *exercises]):
        yield f"{path.relative_to(root).as_posix()}\0{path.read_bytes().hex()}"
    for name in course.programs(root, library):
        yield repr(library.record(name))


def write(printer: takeaway.Printer, site: Path, lessons: Mapping[str, str], told: About, target: Path) -> Path:
    """Print the pages of some lessons, titles by slugs, of a site that was built into a folder, and bind them."""
    try:
        from pypdf import PdfReader, PdfWriter
    except ImportError:
        raise takeaway.CannotPrintError(takeaway.NEEDS) from None
    bound = PdfWriter()
    begins = dict.fromkeys(lessons, 0)
    contents = printer.print_page(_contents(lessons, begins, told), target)
    pages = contents_pages = len(PdfReader(contents).pages)
    printed = []
    for slug, title in lessons.items():
        begins[slug] = pages + 1
        printed.append(_lesson(printer, site, slug, FOOT.format(before=pages, title=handout.quoted(title)), told))
        pages += len(PdfReader(BytesIO(printed[-1])).pages)
    bound.append(printer.print_page(_contents(lessons, begins, told), target))
    for one in printed:
        bound.append(BytesIO(one))
    _link(bound, contents_pages, begins)
    bound.compress_identical_objects()  # each lesson has brought its own copy of the letters
    bound.add_metadata({"/Title": told.name, "/Author": told.author})
    whole = BytesIO()
    bound.write(whole)
    target.write_bytes(takeaway.undated(whole.getvalue()))
    return target


def _link(bound: "PdfWriter", contents: int, begins: Mapping[str, int]) -> None:
    """Let each line of the contents, which are the first pages, lead to the page where its lesson begins."""
    from pypdf.generic import ArrayObject, NameObject

    for page in bound.pages[:contents]:
        for note in page.annotations or ():
            link: Any = note.get_object()
            slug = str(link["/A"].get("/URI", "")).removeprefix(INSIDE)
            if slug in begins:
                page_of = bound.pages[begins[slug] - 1].indirect_reference
                link[NameObject("/Dest")] = ArrayObject([page_of, NameObject("/Fit")])
                del link["/A"]


def _lesson(printer: takeaway.Printer, site: Path, slug: str, foot: str, told: About) -> bytes:
    """The page of a lesson, printed: its anchors are its own among all lessons, its links lead to the real site."""
    with printer.opened((site / "lessons" / slug / "index.html").as_uri(), "article") as page:
        page.add_style_tag(content=foot)
        script = (THEME / "paper" / "book.js").read_text(encoding="utf-8")
        page.evaluate(script, {"slug": slug, "site": site.as_uri(), "address": told.address.removesuffix("/")})
        return takeaway.pdf_of(page)


def _contents(lessons: Mapping[str, str], begins: Mapping[str, int], told: About) -> str:
    rows = [
        f'<li><a href="{INSIDE}{slug}">{escape(title)}</a> <span>{begins[slug]}</span></li>'
        for slug, title in lessons.items()
    ]
    said = " · ".join(escape(word) for word in (told.author, told.address) if word)
    contents = f'<ol class="contents">{"".join(rows)}</ol>'
    body = f'<main class="reveal"><h1>{escape(told.name)}</h1><p>{said}</p>{contents}</main>'
    return handout.on_paper(told.name, "book", body, ("deck.css", "paper/sheet.css"), PAPER)
