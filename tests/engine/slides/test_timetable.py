"""The teaching page: a table of the decks, and timetables that add up."""

from pathlib import Path

import pytest

from content.engine.directives.directive import Material
from content.engine.directives.extension import Registry
from content.engine.fence.header import Place
from slides.engine import deck, outline, takeaway
from slides.engine.timetable import DIRECTIVES
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import ROOT, Site, text_of


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of two decks: Tea takes 31 minutes, Milk 90."""
    decks = tmp_path / "slides" / "decks"
    decks.mkdir(parents=True)
    (decks / "tea.md").write_text('# Tea {minutes="1"}\n\n---\n\n## Pot {minutes="30"}\n', encoding="utf-8")
    (decks / "milk.md").write_text('# Milk {minutes="90"}\n', encoding="utf-8")
    return tmp_path


def made(line: str, root: Path, *order: str) -> list[str]:
    """What a line becomes in a course whose lessons have an order."""
    return Registry(Material(root, order), DIRECTIVES).expanded(line).strip("\n").split("\n")


def told(line: str, root: Path) -> list[str]:
    """What an author is told of a line of a page."""
    registry = Registry(Material(root, ()), DIRECTIVES)
    return [str(problem) for problem in registry.problems(line, Place("content/teaching.md"))]


def test_a_timetable_adds_up_what_the_decks_take_and_what_stands_behind_all_else(course: Path) -> None:
    assert made("::: timetable 09:45 | tea | coffee break 20 | milk", course) == [
        "| time | what | minutes |",
        "|---|---|--:|",
        "| 09:45 | [Tea](slides/tea/index.html) | 31 |",
        "| 10:16 | coffee break | 20 |",
        "| 10:36 | [Milk](slides/milk/index.html) | 90 |",
        "| 12:06 | end | |",
    ]


def test_the_table_of_decks_has_the_order_that_it_is_given_and_sums_up(course: Path) -> None:
    assert made("::: decks", course, "tea", "coffee", "milk")[2:] == [
        "| [Tea](slides/tea/index.html) | 2 | 31 | [page](lessons/tea.md) |",
        "| [Milk](slides/milk/index.html) | 1 | 90 | [page](lessons/milk.md) |",
        "| all together | | 121 | |",
    ]


def test_the_table_of_decks_leads_to_all_that_is_offered_and_to_nothing_else(course: Path) -> None:
    there = [f"slides/tea/{name}" for name in ("slides.pdf", "handout.pdf", "slides.html")]
    there += ["slides/course.pdf", "slides/all-slides.pdf"]
    along = "[PDF](slides/tea/slides.pdf) · [Handout](slides/tea/handout.pdf) · [One file](slides/tea/slides.html)"
    token = takeaway.offered.set(frozenset(there))
    try:
        table = made("::: decks", course, "tea", "milk")
    finally:
        takeaway.offered.reset(token)
    assert table == [
        "| lecture | slides | minutes | lesson | to take along |",
        "|---|--:|--:|---|---|",
        f"| [Tea](slides/tea/index.html) | 2 | 31 | [page](lessons/tea.md) | {along} |",
        "| [Milk](slides/milk/index.html) | 1 | 90 | [page](lessons/milk.md) |  |",
        "| all together | | 121 | | [The whole course as one PDF](slides/course.pdf)"
        " · [All slides as one PDF](slides/all-slides.pdf) |",
    ]


@pytest.mark.parametrize("rest", ["9:00 | tea", "09:00", "| tea", "25:00 | tea"])
def test_a_timetable_that_cannot_be_read_is_a_problem(rest: str, course: Path) -> None:
    message = "This timetable cannot be read. Write ::: timetable 09:00 | a_lesson | break 15."
    assert told(f"# Teaching\n\n::: timetable {rest}", course) == [f"content/teaching.md:3: {message}"]


def test_a_deck_that_is_not_there_is_a_problem_that_names_the_one_that_is_meant(course: Path) -> None:
    [message] = told("::: timetable 09:00 | tae | break 10", course)
    assert message.startswith("content/teaching.md:1: There is no deck 'tae'.")
    assert "tea?" in message


def test_sound_timetables_have_no_problems(course: Path) -> None:
    assert told("::: decks\n\n::: timetable 09:00 | tea | break 10 | milk", course) == []


def test_the_teaching_page_lists_every_deck_with_its_slides_and_minutes(site: Site) -> None:
    rows = {text_of(next(row.iter("a"))): row for row in site.page("teaching").iter("tr") if list(row.iter("a"))}
    for lesson in LESSONS:
        path = ROOT / "slides" / "decks" / f"{lesson}.md"
        slides = outline.read(path.read_text(encoding="utf-8"))
        cells = [text_of(cell) for cell in rows[slides[0].title].iter("td")]
        assert lesson in made("::: decks", ROOT, lesson)[2]
        assert f"{deck.minutes(path):g}" in cells


def test_no_line_that_asks_for_a_table_is_left_on_the_page(site: Site) -> None:
    assert ":::" not in text_of(site.page("teaching"))
