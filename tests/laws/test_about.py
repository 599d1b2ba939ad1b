"""The page about the course names evidence that exists, and accounts for every point of the original notes.

This is about this course alone: no other has such notes.
"""

import re

from tests.laws.test_every_lesson import LESSONS, claims_of, slug
from tests.support.course import REAL
from tests.support.site import ROOT

POINTS = 32  # of the list of errata
ABOUT = (ROOT / "content" / "about.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in re.findall(r"^\|.*\|$", ABOUT, re.MULTILINE)]


def evidence() -> list[str]:
    """The last cell of every row of a table that has a column of evidence."""
    return [row[3] for row in ROWS if len(row) == 4 and row[0].startswith("E")]


def test_every_point_of_the_notes_is_told_once() -> None:
    numbers = [row[0] for row in ROWS if re.fullmatch(r"E\d+", row[0])]
    assert sorted(numbers) == sorted(f"E{number}" for number in range(1, POINTS + 1))


def test_no_cell_of_a_table_is_empty() -> None:
    assert all(all(row) for row in ROWS)


def test_every_program_that_is_evidence_stands_in_the_lesson_that_is_linked() -> None:
    for cell in evidence():
        found = re.findall(r"((?:`\w+\.py`[^\[]*)+)\[.*?\]\(lessons/(\w+)\.md", cell)
        programs = [(lesson, name) for names, lesson in found for name in re.findall(r"`(\w+\.py)`", names)]
        assert len(programs) == len(re.findall(r"\.py`", cell)), f"link the lesson of each program: {cell}"
        for lesson, name in programs:
            page = (ROOT / "content" / "lessons" / f"{lesson}.md").read_text(encoding="utf-8")
            assert f'file="{lesson}/{name}"' in page


def test_every_sentence_that_is_evidence_is_tested() -> None:
    tested = {claim for lesson in LESSONS for claim in claims_of(REAL, lesson)}
    quoted = [sentence for cell in evidence() for sentence in re.findall("“(.+?)”", cell)]
    assert quoted
    assert [sentence for sentence in quoted if slug(sentence) not in tested] == []
