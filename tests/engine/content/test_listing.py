"""Source becomes a listing: highlighted, kept by its text, numbered as in its file, with marks of notes."""

from pathlib import Path

import pytest
from markdown import Markdown
from pymdownx.highlight import Highlight

from content.engine.fence.listing import first_line, highlighted, with_marks
from snippets.engine.runs.cache import Cache
from tests.support.site import Tree, parsed, text_of, with_class
from tests.support.small import SmallCourse, markdown

HELLO = 'print("hello")\n\nprint("again")\n'


@pytest.fixture
def md(tmp_path: Path) -> Markdown:
    return markdown(SmallCourse(tmp_path).root)


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept")


def ids(html: str) -> list[str]:
    """Every id in some HTML, in order."""
    return [element.attrib["id"] for element in parsed(html).iter() if "id" in element.attrib]


def test_what_was_highlighted_before_is_not_highlighted_again(
    md: Markdown, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = highlighted(md, HELLO, [1], "hello.py", kept)
    monkeypatch.delattr(Highlight, "highlight")
    again = highlighted(md, HELLO, [1], "hello.py", kept)
    assert text_of(parsed(again)) == text_of(parsed(first))
    assert 'class="hll"' in again


def test_every_line_has_an_id_of_its_own_also_where_a_program_is_shown_twice(md: Markdown, kept: Cache) -> None:
    found = [one for _ in range(2) for one in ids(highlighted(md, HELLO, [], "hello.py", kept))]
    assert len(found) == 2 * len(HELLO.splitlines())
    assert len(set(found)) == len(found)


def test_another_text_title_or_line_is_highlighted_anew(md: Markdown, kept: Cache) -> None:
    shown = [
        highlighted(md, text, lines, title, kept)
        for text, lines, title in (
            (HELLO, [], "hello.py"),
            (HELLO.replace("again", "bye"), [], "hello.py"),
            (HELLO, [3], "hello.py"),
            (HELLO, [], "greeting.py"),
        )
    ]
    assert ["bye" in one for one in shown] == [False, True, False, False]
    assert ['class="hll"' in one for one in shown] == [False, False, True, False]
    assert ["greeting.py" in one for one in shown] == [False, False, False, True]


def test_another_setting_of_the_site_highlights_anew(md: Markdown, kept: Cache) -> None:
    highlighted(md, HELLO, [], "hello.py", kept)
    course = SmallCourse(kept.folder.parent / "other")
    other = markdown(course.root)
    extension = next(one for one in other.registeredExtensions if "line_spans" in getattr(one, "config", {}))
    extension.setConfig("line_spans", "line")
    assert ids(highlighted(other, HELLO, [], "hello.py", kept))[0].startswith("line-")


def test_a_program_may_hold_the_text_that_stands_for_the_number_of_its_block(md: Markdown, kept: Cache) -> None:
    program = '"""<span id="__span-COUNT-1">"""\n'
    for _ in range(2):
        assert program in text_of(parsed(highlighted(md, program, [], "odd.py", kept)))


def test_a_folder_that_cannot_be_written_is_no_error(md: Markdown, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert "hello" in highlighted(md, HELLO, [], "hello.py", Cache(tmp_path / "file"))


LISTING = (
    '<pre><code><span id="__span-3-1"><span class="k">a</span>\n</span>'
    '<span id="__span-3-2"><span class="hll">b\n</span></span><span id="__span-3-12">c\n</span></code></pre>'
)


def test_each_line_gets_the_mark_of_its_place_in_the_list_and_keeps_its_text() -> None:
    marked = parsed(with_marks(LISTING, [12, 1]))
    assert text_of(marked) == "a\nb\nc\n"
    marks = {
        mark.get("data-note", ""): (line.get("id"), mark.get("role"), mark.get("aria-label"))
        for line in marked.iter("span")
        for mark in line
        if mark.get("class") == "code-note"
    }
    assert marks == {"1": ("__span-3-12", "img", "Note 1"), "2": ("__span-3-1", "img", "Note 2")}


def test_a_mark_stands_before_the_end_of_its_line_also_of_a_highlighted_one() -> None:
    [mark] = with_class(parsed(with_marks(LISTING, [2])), "code-note")
    assert mark.tail == "\n"


def test_two_notes_on_a_line_are_two_marks_in_order() -> None:
    marks = with_class(parsed(with_marks(LISTING, [1, 1])), "code-note")
    assert [mark.get("data-note") for mark in marks] == ["1", "2"]


def test_a_listing_without_notes_is_left_alone() -> None:
    assert with_marks(LISTING, []) == LISTING


FAILS = '''\
"""Fails in a function."""

# --8<-- [start:sell]


def sell() -> None:
    raise RuntimeError("sold out")


# --8<-- [end:sell]


sell()

# /// run
# ends = "exit 1"
# ///
'''
FENCE = '```python exec="on" file="greetings/fails.py"{}\n```\n'


@pytest.fixture
def course(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write("snippets/greetings/fails.py", FAILS)
    return course


def numbers(page: Tree) -> dict[int, str]:
    """The code of each numbered line, by its number."""
    return {int(line.attrib["data-line"]): text_of(line).strip() for line in page.iter() if "data-line" in line.attrib}


def links(page: Tree) -> dict[str, str]:
    """The code of the line to which a link in an output leads, by the text of the link."""
    lines = {line.get("id"): text_of(line).strip() for line in page.iter("span")}
    return {
        text_of(link): lines[link.get("href", "")[1:]]
        for output in with_class(page, "run-output")
        for link in output.iter("a")
    }


@pytest.mark.parametrize("part", ["", ' part="sell"'])
def test_the_numbers_of_a_whole_program_and_of_a_part_are_those_of_the_file(part: str, course: SmallCourse) -> None:
    file = FAILS.splitlines()
    found = numbers(course.page(FENCE.format(part)))
    assert found
    assert {number: file[number - 1].strip() for number in found} == found
    assert "[start:sell]" not in found.values()


def test_a_line_that_a_traceback_names_leads_to_the_listing(course: SmallCourse) -> None:
    assert links(course.page(FENCE.format(""))) == {"line 13": "sell()", "line 7": 'raise RuntimeError("sold out")'}


def test_a_line_that_the_page_does_not_show_is_no_link(course: SmallCourse) -> None:
    assert links(course.page(FENCE.format(' part="sell"'))) == {"line 7": 'raise RuntimeError("sold out")'}
    assert links(course.page(FENCE.format(' show="output"'))) == {}


def test_an_output_apart_from_its_listing_leads_there_and_to_the_first_of_two(course: SmallCourse) -> None:
    page = course.page(FENCE.format(' show="source"') + "\n" + FENCE.format(""))
    [listing, *_] = with_class(page, "program")
    ids = {line.get("id") for line in listing.iter("span")}
    targets = [link.get("href", "")[1:] for output in with_class(page, "run-output") for link in output.iter("a")]
    assert len(targets) == 2
    assert set(targets) <= ids


def test_a_number_is_no_text(course: SmallCourse) -> None:
    [code] = [
        code for code in course.page(FENCE.format(' show="source"')).iter("code") if code.find("span") is not None
    ]
    assert text_of(code) == course.library.program("greetings/fails.py").source


TEA = '"""Make tea."""\n\nimport time\nfrom threading import (\n    Thread,\n)\n\n\ndef pour() -> None: ...\n'


def test_a_program_begins_below_its_docstring_and_its_imports() -> None:
    assert first_line(TEA, ()) == 9


def test_a_slide_that_speaks_of_a_line_among_them_begins_there() -> None:
    assert first_line(TEA, (9, 3)) == 3


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("print(1)\n", 1),
        ("# why\nprint(1)\nimport os\n", 1),
        ('"""Make tea."""\n# why\nprint(1)\n', 2),
        ("import os\n@cache\ndef pour() -> None: ...\n", 2),
        ('"""Make tea."""\nimport os\n', 1),
        ("import os; print(1)\n", 1),
        ("import os; print(1)\nprint(2)\n", 1),
        ("import os\nimport sys; print(1)\n", 2),
        ("", 1),
        ("import os\ndef (:\n", 1),
    ],
)
def test_comments_decorators_and_programs_of_nothing_else_stay(source: str, line: int) -> None:
    assert first_line(source, ()) == line
