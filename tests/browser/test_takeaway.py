"""What lecturers take along, opened where they will open it: from a folder, without a network."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from pypdf import PdfReader

from slides.engine import takeaway
from slides.engine.deck import assets
from tests.browser.test_decks import opened
from tests.browser.visit import Visit
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import Site, parsed, text_of, with_class

SHOWN = """
() => Reveal.getSlides().filter((slide, number) => {
  Reveal.slide(number);
  return slide.checkVisibility() && slide.offsetHeight > 0 && slide.querySelector("h1, h2").offsetHeight > 0;
}).length
"""


def squeezed(text: str) -> str:
    """A text without its blanks: where a PDF has them is its own affair."""
    return "".join(text.split())


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_pdf_has_a_page_a_slide_and_all_the_code_and_the_handout_all_the_notes(
    lesson: str, site: Site, shared: BrowserContext, tmp_path: Path
) -> None:
    folder = tmp_path / lesson
    folder.mkdir()
    shutil.copyfile(site.folder / "slides" / lesson / "index.html", folder / "index.html")
    (tmp_path / "assets").symlink_to(site.folder / "slides" / "assets")
    slides, handout = (PdfReader(path) for path in takeaway.Printer(shared).print_all(folder))
    page = site.page(f"slides/{lesson}")
    sections = list(page.iter("section"))
    assert len(slides.pages) == len(sections)
    pages = [squeezed(text.extract_text()) for text in slides.pages]
    for section, text in zip(sections, pages, strict=True):
        heading = next(element for element in section.iter() if element.tag in ("h1", "h2"))
        assert squeezed(text_of(heading)) in text
        for code in with_class(section, "highlight"):
            for line in text_of(code).splitlines():
                assert squeezed(line) in text, f"{text_of(heading)}: {line}"
    assert len(slides.outline) > 0
    assert {str(one.metadata and one.metadata.creation_date)[:10] for one in (slides, handout)} == {"2000-01-01"}
    handed = squeezed("".join(one.extract_text() for one in handout.pages))
    for notes in page.iter("aside"):
        assert squeezed(text_of(notes)) in handed


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_deck_opened_from_a_folder_and_its_one_file_alone_show_every_slide_and_ask_nobody(
    lesson: str, site: Site, shared: BrowserContext, tmp_path: Path
) -> None:
    index = site.folder / "slides" / lesson / "index.html"
    alone = tmp_path / "stick" / "slides.html"
    alone.parent.mkdir()
    alone.write_text(takeaway.standalone(index.read_text(encoding="utf-8"), assets()), encoding="utf-8")
    total = len(list(parsed(index.read_text(encoding="utf-8")).iter("section")))
    for address, path in ((site.folder, f"slides/{lesson}/index.html"), (alone.parent, "slides.html")):
        visit = Visit(shared, f"{address.as_uri()}/")
        assert opened(visit(path)).evaluate(SHOWN) == total
        visit.close()
        assert visit.complaints == []
        if address == alone.parent:
            assert visit.asked == [alone.as_uri()]
