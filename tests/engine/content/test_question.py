"""Questions are read, and every mistake in their form is told with its line."""

import pytest

from content.engine.fence.header import Place
from content.engine.fence.question import Question, questions

HERE = Place("content/page.md", 11)
FENCE = '```python exec="on" file="locks/windows.py"{}\n```\n'
WHOLE = f"""\
Two windows.

!!! question "How many tickets are left?"
    Write it down.

    - [ ] `2`
    - [x] `1`
    - [ ] it differs
      from run to run

    Both read 2.

{FENCE.format(' hold="on"')}"""
BOX = """\
!!! question "How many?"
    - [ ] two
    - [x] one

    Both read 2.
"""


def one(text: str) -> Question:
    """The one question of a text."""
    [found] = questions(text, HERE)
    return found


def told(text: str, kind: str = "lesson") -> list[str]:
    """What is wrong with the questions of a text."""
    place = Place(HERE.path, HERE.first_line, kind)
    return [str(problem) for question in questions(text, place) for problem in question.problems]


def test_a_question_has_its_answers_with_their_lines_in_the_file() -> None:
    found = one(WHOLE)
    assert [(answer.line, answer.is_right, answer.text) for answer in found.answers] == [
        (16, False, "`2`"),
        (17, True, "`1`"),
        (18, False, "it differs from run to run"),
    ]
    assert (found.box, found.problems) == (range(2, 11), ())


def test_a_question_is_about_the_program_right_below_it() -> None:
    found = one(WHOLE)
    assert found.fence
    assert found.fence.file == "locks/windows.py"
    assert one(WHOLE.replace("```python", "Look:\n\n```python")).fence is None


def test_a_question_may_be_open() -> None:
    found = one(f'!!! question "How many?"\n\n{FENCE.format(" hold=" + chr(34) + "on" + chr(34))}')
    assert (found.answers, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("`1`", ("1",)),
        ("`` a`b ``", ("a`b",)),
        ("`first`, `second` `third`", ("first", "second", "third")),
        ("`1` ticket", ()),
        ("one", ()),
    ],
)
def test_an_answer_of_nothing_but_code_says_what_is_printed(text: str, printed: tuple[str, ...]) -> None:
    assert one(BOX.replace("one", text)).answers[1].printed == printed


def test_a_question_within_a_list_is_read_by_its_margin() -> None:
    inner = "".join(f"    {line}\n" if line else "\n" for line in BOX.splitlines())
    found = one(f"1. first\n\n{inner}")
    assert (found.margin, len(found.answers), found.problems) == ("    ", 2, ())


@pytest.mark.parametrize("around", ["```text\n{}\n```\n", "<!--\n{}\n-->\n"])
def test_a_question_in_a_fence_or_a_comment_is_none(around: str) -> None:
    assert questions(around.format(BOX), HERE) == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("", "", ""),
        ("[x]", "[ ]", "11: None of the answers is ticked. Tick the right one: - [x]."),
        ("[ ]", "[x]", "11: 2 of the answers are ticked. Tick the right one: - [x]."),
        ("    - [ ] two\n", "", "11: There is only one answer to choose from. Add others, or leave the question open."),
        ("two", "one", "11: Two answers are the same. Change one."),
        ("[ ] two", "[] two", "12: This is no answer. Write - [ ] or - [x], a blank, and the answer."),
        ("[ ] two", "[ ]two", "12: This is no answer. Write - [ ] or - [x], a blank, and the answer."),
        ("    -", "    Choose.\n    -", "13: Right under text, this is no list of answers. Put an empty line between."),
        (' "How many?"', "", '11: This box asks nothing. Write !!! question "What will it print?".'),
        ('"How many?"', "How many?", '11: This box asks nothing. Write !!! question "What will it print?".'),
    ],
)
def test_mistakes_in_the_form_are_told(old: str, new: str, problem: str) -> None:
    assert problem in ([one.removeprefix(f"{HERE.path}:") for one in told(BOX.replace(old, new, 1))] or [""])


NO_REASON = (
    "content/page.md:11: This question has answers and no explanation. "
    "Say below the answers, after an empty line, what is right and why."
)


@pytest.mark.parametrize("below", ["", "\n", "    which is a line of the answer\n"])
def test_a_page_says_why_an_answer_is_right_and_a_slide_need_not(below: str) -> None:
    text = BOX.partition("\n    Both")[0] + below
    assert told(text) == [NO_REASON]
    assert told(text, "deck") == []


@pytest.mark.parametrize("option", ["", ' show="output"', ' show="figure" figure="bars"'])
def test_a_question_above_an_open_output_is_told(option: str) -> None:
    assert told(f"{BOX}\n{FENCE.format(option)}") == [
        'content/page.md:11: The output that this question asks about is open. Add hold="on" to the fence below it.'
    ]


def test_a_question_may_stand_above_a_program_that_is_shown_alone() -> None:
    assert told(f"{BOX}\n{FENCE.format(' show=' + chr(34) + 'source' + chr(34))}") == []
