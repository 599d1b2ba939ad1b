"""Answers that say what is printed are compared with what was printed."""

from pathlib import Path

import pytest

from content.engine.fence.answers import check
from content.engine.fence.header import Place
from content.engine.fence.question import questions
from tests.support.small import SmallCourse

PAGE = """\
!!! question "What will it print?"
    - [{0}] {2}
    - [{1}] {3}

    It is so.

```python exec="on" file="greetings/{4}.py" hold="on"
```
"""
LINES = 'print("one")\nprint(" two")\nprint()\nprint("\\033[31mthree\\033[0m")\n'
UNORDERED = '# /// run\n# output = "unordered"\n# because = "of a test"\n# ///\n'
TWICE = '# /// run\n# output = "varies"\n# because = "of a test"\n# runs = 2\n# ///\n'


@pytest.fixture
def course(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write("snippets/greetings/lines.py", LINES)
    return course


def told(course: SmallCourse, right: str, wrong: str, program: str = "lines", is_first_right: bool = True) -> list[str]:
    """What is wrong with the answers of a page."""
    ticks = "x " if is_first_right else " x"
    text = PAGE.format(*ticks, *((right, wrong) if is_first_right else (wrong, right)), program)
    place = Place("content/page.md")
    return [
        str(problem) for question in questions(text, place) for problem in check(question, place.path, course.library)
    ]


@pytest.mark.parametrize(
    "right", ["`one`", "`two`", "`three`", "`two`, `three`", "`one` `two` `three`", "nothing much"]
)
def test_the_right_answer_is_one_or_several_lines_of_the_output(course: SmallCourse, right: str) -> None:
    assert told(course, right, "`four`") == []
    assert told(course, right, "`four`", is_first_right=False) == []


@pytest.mark.parametrize("right", ["`four`", "`on`", "`one`, `three`", "`two`, `one`"])
def test_a_right_answer_that_was_not_printed_is_told_with_what_was(course: SmallCourse, right: str) -> None:
    assert told(course, right, "`five`") == [
        f"content/page.md:2: Answer {right} is ticked, and greetings/lines.py did not print that. "
        "Write whole lines of it, a piece of code each. It printed:\n    one\n    two\n    three"
    ]


@pytest.mark.parametrize("right", ["`one`", "it differs"])
def test_an_answer_that_is_not_ticked_is_not_all_that_was_printed(course: SmallCourse, right: str) -> None:
    assert told(course, right, "`one`, `two`, `three`") == [
        "content/page.md:3: Answer `one`, `two`, `three` is not ticked, and is all that greetings/lines.py printed. "
        "Tick it, or change it."
    ]


def test_an_answer_that_is_not_ticked_is_not_the_line_that_is_right(course: SmallCourse) -> None:
    assert told(course, "`one`", "``one``") == [
        "content/page.md:3: Answer ``one`` says the same as the right one. Change it."
    ]
    assert told(course, "`one`", "`two`") == []  # which it printed, too, and which the question does not ask for


def test_where_lines_come_in_any_order_so_may_those_of_answers(course: SmallCourse) -> None:
    course.write("snippets/greetings/unordered.py", LINES + UNORDERED)
    assert told(course, "`three`, `one`", "`four`", "unordered") == []
    assert told(course, "`four`", "no", "unordered") != []
    assert told(course, "`one`", "`three`, `two`, `one`", "unordered") != []


def test_where_runs_vary_the_right_answer_stands_in_each_and_others_may_be_all_of_one(course: SmallCourse) -> None:
    course.write("snippets/greetings/varies.py", f'import os\nprint("pid")\nprint(os.getpid())\n{TWICE}')
    assert told(course, "`pid`", "`1`", "varies") == []
    course.write("snippets/greetings/one.py", f'print("one")\n{TWICE}')
    assert told(course, "it differs", "`one`", "one") == []
    [problem] = told(course, "`two`", "`one`", "one")
    assert problem.endswith("Write whole lines of it, a piece of code each. It printed:\n    one")


def test_a_program_that_is_silent_is_told_so(course: SmallCourse) -> None:
    course.write("snippets/greetings/silent.py", "")
    [problem] = told(course, "`two`", "`one`", "silent")
    assert problem.endswith("It printed: nothing.")


@pytest.mark.parametrize("program", ["linse", "wrong"])
def test_of_a_program_that_is_not_there_or_declares_wrongly_its_fence_tells(course: SmallCourse, program: str) -> None:
    course.write("snippets/greetings/wrong.py", "# /// run\n# ends = 1\n# ///\n")
    assert told(course, "`1`", "`2`", program) == []


def test_a_build_tells_of_questions_on_pages_and_in_decks(course: SmallCourse) -> None:
    course.write("content/lessons/greetings.md", "# Greetings\n\n" + PAGE.format("x", " ", "`four`", "`five`", "lines"))
    course.write("slides/decks/greetings.md", '# Hi {minutes="1"}\n\n' + PAGE.format(" ", " ", "4", "5", "lines"))
    run = course.decks()
    assert run.returncode == 1
    assert "content/lessons/greetings.md:4: Answer `four` is ticked" in run.stderr
    assert "slides/decks/greetings.md:3: None of the answers is ticked." in run.stderr
