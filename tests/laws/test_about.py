"""The page about the course leads from each thing of the original notes to its place, and says what badges mean.

This is about this course alone: no other has such notes.
"""

import re

import pytest

from tests.laws.test_every_lesson import LESSONS, claims_of, slug
from tests.support.course import REAL
from tests.support.site import ROOT, Site, text_of, with_class

ABOUT = (ROOT / "content" / "about.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in re.findall(r"^\|.*\|$", ABOUT, re.MULTILINE)]
NOTES = [row for row in ROWS if len(row) == 3 and not row[0].startswith(("The notes", "---"))]
KINDS = {"measured": "how-it-was-measured", "documentation": "from-the-documentation"}
HEADINGS = {  # of the notes, each with what they say below it
    "Threads and Processes": """multiprocessing primitives|CPython 2.6|share *everything*|exact opposite|no shared state
        execute for code base|fundamentally different ways|appear to execute concurrently|Global Interpreter Lock
        exact same time|enough processors|communication|more difficult""",
    "Python Threads": """POSIX threads|real operating system threads|Threads are simple|target function|`go()`|args=(,)
        five points|all integers between 0 and 100|5050|*generator expression*|creating an array|`threding`|*join*
        before moving on|gotchas""",
    "Creating Threads": "two standard ways|Java-like|subclass|When creating a new `threading.Thread`",
    "Locks, Stocks, and Two Smoking Barrels": "",
    "Multiprocessing": "",
    "Exercises": "",
}


def test_the_headings_of_the_notes_lead_on_in_their_order() -> None:
    assert re.findall(r"\*\*(.+?)\*\*", "\n".join(row[0] for row in NOTES)) == [*HEADINGS]


@pytest.mark.parametrize("heading", HEADINGS)
def test_nothing_that_the_notes_say_below_a_heading_is_dropped(heading: str) -> None:
    own = re.search(rf"^\| \*\*{heading}\*\*.*?(?=^\| \*\*|\Z)", ABOUT, re.MULTILINE | re.DOTALL)
    assert own
    assert [said for said in re.split(r"\|| *\n *", HEADINGS[heading]) if said not in own[0]] == []


def test_everything_of_the_notes_leads_to_a_lesson() -> None:
    assert [row for row in NOTES if not re.search(r"\]\(lessons/\w+\.md", row[2])] == []


def test_no_cell_of_a_table_is_empty() -> None:
    assert all(all(row) for row in ROWS)


def test_every_program_that_is_evidence_is_shown_in_the_lesson_that_is_linked() -> None:
    for *_, cell in NOTES:
        found = re.findall(r"((?:`\w+\.py`[^\[]*)+)\[.*?\]\(lessons/(\w+)\.md", cell)
        programs = [(lesson, name) for names, lesson in found for name in re.findall(r"`(\w+\.py)`", names)]
        assert len(programs) == len(re.findall(r"\.py`", cell)), f"link the lesson of each program: {cell}"
        for lesson, name in programs:
            page = (ROOT / "content" / "lessons" / f"{lesson}.md").read_text(encoding="utf-8")
            assert f'file="{lesson}/{name}"' in page


def test_every_sentence_that_is_evidence_is_tested() -> None:
    tested = {claim for lesson in LESSONS for claim in claims_of(REAL, lesson)}
    quoted = [sentence for row in NOTES for cell in row[1:] for sentence in re.findall("“(.+?)”", cell)]
    assert quoted
    assert [sentence for sentence in quoted if slug(sentence) not in tested] == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_badge_leads_to_what_its_kind_means_and_has_its_details(lesson: str, site: Site) -> None:
    for badge in with_class(site.page(f"lessons/{lesson}"), "source"):
        kind, details = text_of(badge), badge.get("title", "")
        assert badge.get("href") == f"../../about/#{KINDS[kind]}"
        assert len(details) > len("Python 3.11"), f"say in title=… of the badge '{kind}' which page, or how"
        assert kind != "measured" or re.search(r"\d cores.* 20\d\d", details), "name the cores and the month"
