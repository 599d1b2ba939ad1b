"""The teaching page: a table of the decks, and timetables that add up."""

from pathlib import Path

import pytest

from content.engine.fence.header import Place
from slides.engine import deck, outline, timetable
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


def told(line: str, root: Path) -> list[str]:
    """What an author is told of a line of a page."""
    return [str(problem) for problem in timetable.problems(line, Place("content/teaching.md"), root)]


def test_a_timetable_adds_up_what_the_decks_take_and_what_stands_behind_all_else(course: Path) -> None:
    assert timetable.expand("::: timetable 09:45 | tea | coffee break 20 | milk", course, []).split("\n") == [
        "| time | what | minutes |",
        "|---|---|--:|",
        "| 09:45 | [Tea](slides/tea/index.html) | 31 |",
        "| 10:16 | coffee break | 20 |",
        "| 10:36 | [Milk](slides/milk/index.html) | 90 |",
        "| 12:06 | end | |",
    ]


def test_the_table_of_decks_has_the_order_that_it_is_given_and_sums_up(course: Path) -> None:
    assert timetable.expand("::: decks", course, ["tea", "coffee", "milk"]).split("\n")[2:] == [
        "| [Tea](slides/tea/index.html) | 2 | 31 | [page](lessons/tea.md) |",
        "| [Milk](slides/milk/index.html) | 1 | 90 | [page](lessons/milk.md) |",
        "| all together | | 121 | |",
    ]


def test_the_table_of_decks_leads_to_all_that_is_offered_and_to_nothing_else(course: Path) -> None:
    offered = ["slides/tea/slides.pdf", "slides/tea/handout.pdf", "slides/tea/slides.html", "slides/course.pdf"]
    along = "[PDF](slides/tea/slides.pdf) · [Handout](slides/tea/handout.pdf) · [One file](slides/tea/slides.html)"
    assert timetable.expand("::: decks", course, ["tea", "milk"], offered).split("\n") == [
        "| lecture | slides | minutes | lesson | to take along |",
        "|---|--:|--:|---|---|",
        f"| [Tea](slides/tea/index.html) | 2 | 31 | [page](lessons/tea.md) | {along} |",
        "| [Milk](slides/milk/index.html) | 1 | 90 | [page](lessons/milk.md) |  |",
        "| all together | | 121 | | [All slides as one PDF](slides/course.pdf) |",
    ]


def test_all_other_lines_stay_as_they_are(course: Path) -> None:
    text = "# Teaching\n\n::: decks of cards\n    ::: decks\n"
    assert timetable.expand(text, course, []) == text


@pytest.mark.parametrize("line", ["::: timetable 9:00 | tea", "::: timetable 09:00", "::: timetable | tea"])
def test_a_timetable_that_cannot_be_read_is_a_problem(line: str, course: Path) -> None:
    message = "This timetable cannot be read. Write ::: timetable 09:00 | a_lesson | break 15."
    assert told(f"# Teaching\n\n{line}", course) == [f"content/teaching.md:3: {message}"]


def test_a_deck_that_is_not_there_is_a_problem_that_names_the_one_that_is_meant(course: Path) -> None:
    [message] = told("::: timetable 09:00 | tae | break 10", course)
    assert message.startswith("content/teaching.md:1: There is no deck 'tae'.")
    assert "tea?" in message


def test_sound_timetables_have_no_problems(course: Path) -> None:
    assert told("::: decks\n\n::: timetable 09:00 | tea | break 10 | milk", course) == []
    assert list(timetable.all_problems(ROOT)) == []


def test_the_teaching_page_lists_every_deck_with_its_slides_and_minutes(site: Site) -> None:
    rows = {text_of(next(row.iter("a"))): row for row in site.page("teaching").iter("tr") if list(row.iter("a"))}
    for lesson in LESSONS:
        path = ROOT / "slides" / "decks" / f"{lesson}.md"
        slides = outline.read(path.read_text(encoding="utf-8"))
        cells = [text_of(cell) for cell in rows[slides[0].title].iter("td")]
        assert lesson in timetable.expand("::: decks", ROOT, [lesson])
        assert f"{deck.minutes(path):g}" in cells


def test_no_line_that_asks_for_a_table_is_left_on_the_page(site: Site) -> None:
    assert ":::" not in text_of(site.page("teaching"))
