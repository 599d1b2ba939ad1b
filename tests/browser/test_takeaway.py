"""What lecturers take along, opened where they will open it: from a folder, without a network."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect
from pypdf import PdfReader
from pypdf.generic import StreamObject

from content.engine.site.additions import about
from slides.engine import book, handout, occasion, sheet, takeaway
from tests.browser.test_decks import ASSETS, PRESENT, opened
from tests.browser.visit import Visit
from tests.laws.test_every_lesson import LESSONS
from tests.support.sample import IN_CI, sample
from tests.support.site import ROOT, Site, parsed, text_of, with_class
from tests.support.small import DECK, SmallCourse, configuration

SHOWN = """
() => Reveal.getSlides().filter((slide, number) => {
  Reveal.slide(number);
  return slide.checkVisibility() && slide.offsetHeight > 0 && slide.querySelector("h1, h2").offsetHeight > 0;
}).length
"""


LETTERS = "() => [...document.fonts].map(({ family, status }) => [family.replaceAll('\"', ''), status])"


def squeezed(text: str) -> str:
    """A text without its blanks: where a PDF has them is its own affair."""
    return "".join(text.split())


Printed = Callable[[str], dict[str, PdfReader]]


@pytest.fixture(scope="session")
def printed(site: Site, shared: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """What is printed of the deck of a lesson, by the names of its files."""
    return cache(lambda lesson: print_of(lesson, site, shared, tmp_path_factory.mktemp("printed")))


def print_of(lesson: str, site: Site, shared: BrowserContext, folder: Path) -> dict[str, PdfReader]:
    """Print the deck of a lesson into a folder."""
    (folder / lesson).mkdir()
    shutil.copyfile(site.folder / "slides" / lesson / "index.html", folder / lesson / "index.html")
    (folder / "assets").symlink_to(site.folder / "slides" / "assets")
    config = configuration()
    markdown: tuple[Any, Any] = (config.markdown_extensions, config.mdx_configs)
    path = ROOT / "slides" / "decks" / f"{lesson}.md"
    cheat_sheet = sheet.render(ROOT, path, *markdown, occasion.of(ROOT, path, about(config, ROOT)))
    printer = takeaway.Printer(shared, ASSETS)
    made = printer.print_all(folder / lesson, cheat_sheet)
    assert printer.cut == []
    return {file.name: PdfReader(file) for file in made}


@cache
def pages_of(pdf: PdfReader) -> list[str]:
    """The words of each page of a PDF, without blanks."""
    return [squeezed(page.extract_text()) for page in pdf.pages]


def text(pdf: PdfReader) -> str:
    """All words of a PDF, without blanks."""
    return "".join(pages_of(pdf))


@pytest.mark.parametrize("lesson", LESSONS if IN_CI else ["locks"])
def test_the_pdf_has_a_page_a_slide_and_all_the_code_and_what_is_printed_of_it_is_for_its_readers(
    lesson: str, site: Site, printed: Printed
) -> None:
    found = printed(lesson)
    page = site.page(f"slides/{lesson}")
    sections = list(page.iter("section"))
    slides = found["slides.pdf"]
    assert len(slides.pages) == len(sections)
    for section, on_page in zip(sections, pages_of(slides), strict=True):
        heading = next(element for element in section.iter() if element.tag in ("h1", "h2"))
        assert squeezed(text_of(heading)) in on_page
        for code in with_class(section, "highlight"):
            for line in text_of(code).splitlines():
                assert squeezed(line) in on_page, f"{text_of(heading)}: {line}"
    assert len(slides.outline) > 0
    assert {str(one.metadata and one.metadata.creation_date)[:10] for one in found.values()} == {"2000-01-01"}
    of_lecturer, of_audience = text(found["notes.pdf"]), text(found["handout.pdf"])
    for notes in page.iter("aside"):
        assert squeezed(text_of(notes)) in of_lecturer
        assert squeezed(text_of(notes))[-60:] not in of_audience
    last = len(found["handout.pdf"].pages)
    assert last == -(-len(sections) // 3)
    assert f"1/{last}" in pages_of(found["handout.pdf"])[0]
    assert len(found["cheat-sheet.pdf"].pages) == 1


def test_a_handout_for_the_audience_has_no_output_that_is_held_back_and_no_answer(printed: Printed) -> None:
    found = printed("locks")
    for answer in ("loading the price list", "1 sold + 100 left = 101 seats"):
        assert squeezed(answer) in text(found["slides.pdf"])
        assert squeezed(answer) not in text(found["handout.pdf"])
    assert "onlyonethreadatatimecanbeinside" in text(found["handout.pdf"])  # a point, and no answer


def test_a_cheat_sheet_has_the_key_points_the_program_and_its_output(printed: Printed) -> None:
    shown = text(printed("locks")["cheat-sheet.pdf"])
    for words in (
        "If another thread gets into the gap, an update is lost.",
        "with sold_lock:",
        "counted: 1000000 tickets",
    ):
        assert squeezed(words) in shown


def test_all_decks_in_one_pdf_have_a_page_a_slide_and_a_bookmark_a_deck(
    site: Site, shared: BrowserContext, tmp_path: Path
) -> None:
    lessons = sample(LESSONS, 3)
    decks = [(site.folder / "slides" / lesson / "index.html").read_text(encoding="utf-8") for lesson in lessons]
    made = takeaway.Printer(shared, ASSETS).print_page(handout.together(decks, "All"), tmp_path / "all-slides.pdf")
    pdf = PdfReader(made)
    assert len(pdf.pages) == sum(deck.count("<section") for deck in decks)
    assert len([entry for entry in pdf.outline if not isinstance(entry, list)]) == len(lessons)


def test_a_deck_printed_from_the_browser_is_the_pdf(visit: Visit, printed: Printed, tmp_path: Path) -> None:
    made = printed("locks")["slides.pdf"]
    page = opened(visit("slides/locks/#/which-of-these-loses-a-ticket"))
    page.keyboard.press("d")  # dark, in the midst of a slide
    page.pdf(path=tmp_path / "mine.pdf", prefer_css_page_size=True, print_background=True)
    mine = PdfReader(tmp_path / "mine.pdf")
    assert pages_of(mine) == pages_of(made)
    assert mine.pages[0].mediabox == made.pages[0].mediabox
    expect(page.locator("section.present h2")).to_have_text("Which of these loses a ticket?")
    assert page.evaluate(f"{PRESENT}.querySelectorAll('.fragment.visible').length") == 0


@pytest.mark.parametrize("lesson", sample(LESSONS, 2))
def test_a_deck_opened_from_a_folder_and_its_one_file_alone_show_every_slide_and_ask_nobody(
    lesson: str, site: Site, shared: BrowserContext, tmp_path: Path
) -> None:
    index = site.folder / "slides" / lesson / "index.html"
    alone = tmp_path / "stick" / "slides.html"
    alone.parent.mkdir()
    alone.write_text(takeaway.standalone(index.read_text(encoding="utf-8"), ASSETS), encoding="utf-8")
    total = len(list(parsed(index.read_text(encoding="utf-8")).iter("section")))
    for address, path in ((site.folder, f"slides/{lesson}/index.html"), (alone.parent, "slides.html")):
        visit = Visit(shared, f"{address.as_uri()}/")
        deck = opened(visit(path))
        assert deck.evaluate(SHOWN) == total
        assert deck.evaluate(LETTERS) == [["Course Sans", "loaded"], ["Course Mono", "loaded"]]
        visit.close()
        assert visit.complaints == []
        if address == alone.parent:
            assert visit.asked == [alone.as_uri()]


TOO_MUCH = """
---

## Two hundred lines {minutes="1"}

```python exec="on" file="greetings/long.py" show="output"
```

/// html | aside.notes
Note: Scroll.
///

---

## A table of 150 columns {minutes="1"}

{row}
{rule}
{row}

/// html | aside.notes
Note: Scroll.
///
""".replace("{row}", "| seconds " * 150 + "|").replace("{rule}", "|---" * 150 + "|")


def test_each_slide_that_paper_would_cut_is_told_and_the_command_fails(tmp_path: Path) -> None:
    course = SmallCourse(tmp_path)
    course.write("snippets/greetings/long.py", "for number in range(200):\n    print(number)\n")
    fence = '```python exec="on" file="greetings/{}.py"\n```\n'
    course.write("content/lessons/greetings.md", f"# Greetings\n\n{fence.format('hello')}\n{fence.format('long')}")
    course.write("slides/decks/greetings.md", DECK + TOO_MUCH)
    told = course.python("-m", "slides", "--pdf")
    assert told.returncode == 1
    tall, wide = (
        re.findall(rf"^(\S+): (\S+) cuts slide (\d), '(.*)': (\d+) px too {how} Shorten it", told.stderr, re.MULTILINE)
        for how in ("tall; .*", r"wide, in [a-z.]+: seconds.*")
    )
    before = (DECK + TOO_MUCH).partition
    for found, number, title in ((tall, "2", "Two hundred lines"), (wide, "3", "A table of 150 columns")):
        here = f"slides/decks/greetings.md:{before(f'## {title}')[0].count(chr(10)) + 1}"
        assert [(place, file, its_number, its_title) for place, file, its_number, its_title, _ in found] == [
            (here, "slides.pdf", number, title),
            (here, "handout.pdf", number, title),
            (here, "notes.pdf", number, title),
            ("slides/decks:1", "all-slides.pdf", number, title),
        ]
        assert all(int(pixels) > 100 for *_, pixels in found)


def test_the_course_in_one_pdf_has_its_lessons_behind_a_page_of_contents_with_their_numbers(
    site: Site, shared: BrowserContext, tmp_path: Path
) -> None:
    told = replace(about(configuration(), ROOT), address="https://example.org/course/")
    lessons = {"gil": "What the GIL Does", "queues": "Queues"}
    printer = takeaway.Printer(shared, ASSETS)
    pdf = PdfReader(book.write(printer, site.folder, lessons, told, tmp_path / "course.pdf"))
    pages = pages_of(pdf)
    tops = [one for one in pdf.outline if not isinstance(one, list)]
    assert [one.title for one in tops] == [told.name, *lessons.values()]
    begins = {str(one.title): (pdf.get_destination_page_number(one) or 0) + 1 for one in tops[1:]}
    assert 1 < begins["What the GIL Does"] < begins["Queues"] < len(pages)
    assert "".join(map(str, begins.values())) in pages[0]  # which the text of the page has in a column of their own
    assert all(squeezed(title) in pages[0] for title in begins)
    for number, page in enumerate(pages[1:], start=2):
        title = "What the GIL Does" if number < begins["Queues"] else "Queues"
        assert page.startswith(squeezed(f"{number}{title}"))
    assert squeezed("Not at all. One consumer gets the sentinel") in "".join(pages)  # an answer, unfolded
    links = [note["/A"] for page in pdf.pages for note in page.annotations or [] if "/A" in note]
    addresses = [str(link["/URI"]) for link in links if "/URI" in link]
    assert "https://example.org/course/lessons/free_threading/" in [one.partition("#")[0] for one in addresses]
    assert [one for one in addresses if not one.startswith("https://")] == []
    into = [note["/Dest"][0] for note in pdf.pages[0].annotations or [] if "/Dest" in note]
    assert [pdf.pages.index(page.get_object()) + 1 for page in into] == list(begins.values())
    objects = [pdf.get_object(number) for number in pdf.xref[0]]
    streams = [one for one in objects if isinstance(one, StreamObject)]
    assert len({(one.get_data(), repr(dict(one))) for one in streams}) == len(streams) > 100  # no letter is in it twice
