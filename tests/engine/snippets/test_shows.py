"""What a program has to show is an expression on the numbers that its output names, and nothing else."""

import pytest

from snippets.engine.program.declaration import Declaration, split
from snippets.engine.program.problem import ProblemError
from snippets.engine.program.shows import holds, named, names, wrong

OUTPUT = """\
the best of three rounds
one thread:      0.99 cores in use
two processes:   1.75 cores in use
process (fork)   3.10 ms
lock held during the download: 0.4012 s
two processes: 9
window-1 read 0
sold 3 tickets
degrees: -4
3 rounds
round2: 7
took 1.5s
bytes: 10,000
version: 3.14.0
"""


def test_a_line_that_begins_with_a_name_and_a_number_names_that_number() -> None:
    assert named(OUTPUT) == {
        "one_thread": 0.99,
        "two_processes": 1.75,
        "process_fork": 3.1,
        "lock_held_during_the_download": 0.4012,
        "sold": 3.0,
        "degrees": -4.0,
        "took": 1.5,
    }


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("two >= 1.3 * one", True),
        ("two >= 2.3 * one", False),
        ("one < two < 3", True),
        ("one < two < 1.5", False),
        ("one == 1 and two != 1", True),
        ("one > 1 or not two <= 1", True),
        ("one > 1 or two <= 1", False),
        ("(two - one) / one > -(1 + one)", True),
        ("two / (one - 1) > 0", False),
        ("three > 0", False),
        (" one <= 1 ", True),
    ],
)
def test_an_expression_compares_numbers(expression: str, answer: bool) -> None:
    assert holds(expression, {"one": 1.0, "two": 2.0}) is answer


def test_an_expression_says_which_numbers_it_is_about() -> None:
    assert names("two >= 1.3 * one and two > 0") == ["one", "two"]
    assert names("") == []


@pytest.mark.parametrize(
    "expression",
    [
        "__import__('os').getpid() > 0",
        "one.real > 0",
        "one[0] > 0",
        "one ** 9 > 0",
        "'a' > one",
        "one in two",
        "one is two",
        "(lambda: 1)() > 0",
        "[1 for x in y] > 0",
        "one if two else 3",
        "(one := 3) > 0",
        "one >",
        "one > 1; two",
        "+one > 0",
        "one << 3 > 0",
    ],
)
def test_nothing_else_is_evaluated(expression: str) -> None:
    [(complaint, advice)] = wrong(expression)
    assert complaint.startswith(f"'shows' is {expression!r}, which is not understood: ")
    assert advice == "Compare numbers by their names, such as 'two_processes >= 1.3 * two_threads'."


@pytest.mark.parametrize("expression", ["one", "one + 1", "3"])
def test_an_expression_that_compares_nothing_is_refused(expression: str) -> None:
    [(complaint, _)] = wrong(expression)
    assert complaint == f"'shows' is {expression!r}, which compares nothing."


@pytest.mark.parametrize("expression", ["", 5, "one > 1", "1 / (one - 1) > 2", "not one > 1"])
def test_what_can_be_evaluated_or_is_no_text_is_not_told_here(expression: object) -> None:
    assert list(wrong(expression)) == []


def declared(*lines: str) -> Declaration:
    """What a program of such a block declares."""
    return split("\n".join(["pass", "# /// run", *(f"# {line}" for line in lines), "# ///", ""]), "p.py")[1]


def test_a_block_declares_what_a_program_shows() -> None:
    assert declared("shows = '''two >= 1.3 * one'''") == Declaration(shows="two >= 1.3 * one")
    assert declared("timeline = true", 'shows = "together > 0.1"').shows == "together > 0.1"


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (['shows = "one"'], "p.py:3: 'shows' is 'one', which compares nothing."),
        (['shows = "one > 1"', "alone = true"], "p.py:4: 'alone' comes with 'shows'. Leave it out."),
        (
            ['shows = "together > 0.5"'],
            "p.py:3: 'shows' is about a timeline, and none is taken. Declare timeline = true.",
        ),
        (["shows = 5"], "p.py:3: 'shows' is 5. Write a string in double quotes."),
    ],
)
def test_what_a_block_may_not_say_is_told(lines: list[str], complaint: str) -> None:
    with pytest.raises(ProblemError) as caught:
        declared(*lines)
    assert str(caught.value).startswith(complaint)
