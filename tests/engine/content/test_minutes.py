"""The minutes of a lesson are counted from what its page shows, and those of its exercises added up beside them."""

from pathlib import Path

import pytest

from content.engine.course import minutes
from content.engine.course.minutes import Minutes, of_lesson, told
from tests.support.site import parsed, text_of, with_class
from tests.support.small import SmallCourse

FENCE = '```python exec="on" file="greetings/hello.py"{}\n```\n'
MINUTE = {  # what takes a minute to read
    "prose": "word " * 200,
    "a table": "| a | b |\n|---|---|\n" + "| one | two |\n" * 99,
    "code of its own": "```bash\n" + "ls\n\n" * 20 + "```",
}
NOTHING = {  # what nobody reads
    "addresses of links": '[a](b.md "the first of three")',
    "comments": "<!--\n" + "word " * 20 + "\n-->",
    "attributes": "a { .button #more }",
    "a line of three colons": "::: exercises greetings | tea | milk",
    "front matter": "",
}


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """A course of one lesson with one program."""
    return SmallCourse(tmp_path)


def reading(small: SmallCourse, text: str) -> int:
    """The minutes that reading takes, if this is the page of the lesson."""
    (small.root / "content/lessons/greetings.md").write_text(text, encoding="utf-8")
    return of_lesson(small.root, "greetings").reading


@pytest.mark.parametrize("text", MINUTE.values(), ids=MINUTE)
def test_ten_minutes_of_what_is_read_are_ten_minutes(text: str, small: SmallCourse) -> None:
    assert reading(small, f"{text}\n\n" * 10) == 10


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_nobody_reads_takes_no_time(text: str, small: SmallCourse) -> None:
    front = f"---\ndescription: {'word ' * 4000}\n---\n"
    assert reading(small, f"{front}# Greetings\n\n" + f"{text}\n\n" * 700) == 5


def test_minutes_are_rounded_to_fives_and_never_none(small: SmallCourse) -> None:
    assert [reading(small, "word " * 200 * one) for one in (0, 2, 7, 8, 12, 13)] == [5, 5, 5, 10, 10, 15]


@pytest.mark.parametrize(
    ("options", "expected"),
    [("", 15), (' show="source"', 10), (' show="output"', 5), (' part="wave" show="source"', 5)],
    ids=["both", "source", "output", "part"],
)
def test_of_a_program_counts_what_the_fence_shows(options: str, expected: int, small: SmallCourse) -> None:
    program = "def wave():\n" + "    pass\n\n" * 99 + "for _ in range(16):\n    print(_)\n" + "_ = 0\n" * 98
    small.write("snippets/greetings/hello.py", program)  # 200 lines, the half of them a part, and 16 of output
    small.write("snippets/greetings/part.py", program)
    fences = FENCE.format(options) + (FENCE.format(' show="output"') * 12 if not options else "")
    assert reading(small, fences) == expected


def test_a_long_output_counts_as_far_as_it_is_unfolded_and_of_several_runs_the_first(small: SmallCourse) -> None:
    block = '\n\n# /// run\n# output = "varies"\n# because = "it may"\n# rare = true\n# runs = 2\n# ///\n'
    small.write("snippets/greetings/hello.py", f"for _ in range(4000):\n    print(_){block}")
    assert reading(small, FENCE.format(' show="output"') * 25) == 10  # 25 times 16 lines


def test_front_matter_may_say_otherwise(small: SmallCourse) -> None:
    assert reading(small, "---\nminutes: 33\n---\n# Greetings\n") == 33
    assert list(minutes.problems(small.root, "greetings")) == []


@pytest.mark.parametrize("given", ["soon", "0", "-5", "true", "2.5", ""])
def test_what_is_no_number_of_minutes_counts_for_nothing_and_is_told(given: str, small: SmallCourse) -> None:
    assert reading(small, f"---\nminutes: {given}\n---\n# Greetings\n") == 5
    assert [str(one) for one in minutes.problems(small.root, "greetings")] == [
        "content/lessons/greetings.md:1: Its minutes are not a whole number. "
        "Write such as minutes: 30, or leave it out: then they are counted."
    ]


def test_a_program_with_a_mistake_takes_no_time(small: SmallCourse) -> None:
    small.write("snippets/greetings/broken.py", "print(1)\n\n# /// run\n# nonsense = 1\n# ///\n")
    fences = [FENCE.format("").replace("hello", name) for name in ("broken", "absent")]
    assert reading(small, "".join([*fences, FENCE.format(' part="absent"')])) == 5


def with_exercises(small: SmallCourse) -> None:
    """Two exercises of the lesson, one of another, and one that lacks its task."""
    tasks = {"greetings/exercise_wave": "Wave.", "greetings/exercise_nod": "Nod.", "tea/exercise_pour": "Pour."}
    for name, task in tasks.items():
        own = name.rpartition("_")[2]
        small.write(f"snippets/{name}/hint.md", "<!-- easy, 10 minutes -->\nUse a hand.\n")
        small.write(f"snippets/{name}/{own}.py", f'"""{task}"""\n')
        small.write(f"snippets/{name}/{own}_solution.py", "done = True\n")
        small.write(f"snippets/{name}/test_{own}.py", "def test_it():\n    pass\n")
    small.write("snippets/greetings/exercise_bow/bow.py", "")


def test_the_exercises_of_a_lesson_are_added_up(small: SmallCourse) -> None:
    assert of_lesson(small.root, "greetings") == Minutes(5, 0)
    with_exercises(small)
    assert of_lesson(small.root, "greetings") == Minutes(5, 20)


def test_both_are_said_and_no_exercise_is_no_word() -> None:
    assert told(Minutes(45, 35)) == "**45 minutes** of reading, **35** of exercises"
    assert told(Minutes(45, 0)) == "**45 minutes** of reading"


BOX = """\
    # Greetings

    !!! abstract "After this lesson you can"
        - greet

        ::: minutes {}
        you need: a voice · [slides](../slides/greetings/index.html)
    """


def test_the_box_of_a_lesson_says_them_where_it_asks(small: SmallCourse) -> None:
    with_exercises(small)
    [box] = with_class(parsed(small.html(BOX.format("greetings"))), "abstract")
    said = " ".join(text_of(box).split())
    assert said.endswith("greet 5 minutes of reading, 20 of exercises · you need: a voice · slides")


def test_a_box_that_names_no_lesson_is_told_where(small: SmallCourse) -> None:
    page = small.html(BOX.format("greeting"))
    assert "content/page.md:6: There is no lesson &#x27;greeting&#x27;. Did you mean greetings?" in page
