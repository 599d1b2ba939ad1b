"""The run block at the end of a program, and what it declares: what its run is given, and how it ends, by version.

What it is given reaches it.
"""

import pytest

from snippets.engine.program.declaration import NOTHING, Declaration, Ends, Given, split
from snippets.engine.program.interpreters import building
from snippets.engine.program.problem import Problem, ProblemError
from tests.conftest import Start

PROGRAM = 'print("hello")\n'
BY_VERSION = (("free-threaded", "exit 3"), ("<3.14", "ok"), (">=3.14", "exit 1"))


def block(*lines: str) -> str:
    """A program of one line with a run block that says `lines`, from its line 4 on."""
    return "\n".join([PROGRAM, "# /// run", *(f"# {line}".rstrip() for line in lines), "# ///", ""])


def declared(*lines: str) -> Declaration:
    """What a block of these lines declares."""
    return split(block(*lines), "snippets/l/p.py")[1]


def problems(text: str) -> list[Problem]:
    """What is wrong with the block of a program."""
    with pytest.raises(ProblemError) as caught:
        split(text, "snippets/l/p.py")
    return list(caught.value.problems)


def complaints(*lines: str) -> list[str]:
    """What is wrong with a block of these lines, without the file's name."""
    return [str(problem).removeprefix("snippets/l/p.py:") for problem in problems(block(*lines))]


def test_a_program_without_a_block_ends_well_within_ten_seconds_and_always_prints_the_same() -> None:
    source, declaration = split(PROGRAM, "p.py")
    assert source == PROGRAM
    assert declaration == Declaration()
    assert (declaration.timeout, declaration.ends, declaration.output, declaration.runs) == (10, "ok", "exact", 1)


def test_a_block_declares_everything_in_toml() -> None:
    lines = [
        "timeout = 2  # seconds",
        'ends = "timeout"',
        'output = "varies"',
        'because = "the scheduler decides"',
        "runs = 5",
        "rare = true",
        "alone = true",
        'python = [">=3.14", "free-threaded"]',
        'needs = ["fork", "proc"]',
        'files = ["stock.csv"]',
    ]
    assert declared(*lines) == Declaration(
        timeout=2,
        ends="timeout",
        output="varies",
        because="the scheduler decides",
        runs=5,
        rare=True,
        alone=True,
        python=(">=3.14", "free-threaded"),
        needs=("fork", "proc"),
        files=("stock.csv",),
    )


def test_readers_see_neither_the_block_nor_the_blank_lines_above_it() -> None:
    assert split(f"{PROGRAM}\n\n\n# /// run\n# timeout = 2\n# ///\n", "p.py")[0] == PROGRAM


def test_a_block_may_hold_empty_lines_and_lists_of_several_lines() -> None:
    assert declared("", "files = [", '  "a.csv",', '  "b.csv",', "]", "").files == ("a.csv", "b.csv")


def test_the_last_line_of_a_block_needs_no_newline() -> None:
    assert split(f"{PROGRAM}# /// run\n# timeout = 2\n# ///", "p.py")[1].timeout == 2


def test_a_program_can_ask_to_be_watched_which_is_never_beside_another_run() -> None:
    assert declared("timeline = true") == Declaration(timeline=True)
    assert complaints("timeline = true", "alone = true") == ["5: 'alone' comes with 'timeline'. Leave it out."]
    assert declared("timeline = false", "alone = true").alone


@pytest.mark.parametrize("ends", ["ok", "timeout", "exit 1", "exit 255", "signal SIGKILL", "signal 35"])
def test_a_program_may_declare_any_ending(ends: str) -> None:
    assert declared(f'ends = "{ends}"').ends == ends


def test_all_problems_of_a_block_are_told_together_each_with_its_line() -> None:
    found = complaints("timeout = 2", "colour = 1", 'ends = "badly"', "alone = 3")
    assert sorted(line.partition(" ")[0] for line in found) == ["5:", "6:", "7:"]


def test_a_block_that_is_not_toml_is_told_with_the_line_where_it_breaks() -> None:
    found = problems(block("timeout = 2", "ends = ok", "alone = true"))
    assert [problem.line for problem in found] == [5]
    assert found[0].what.startswith("The run block is not TOML: ")


def test_a_block_that_breaks_off_in_a_list_is_told_with_its_last_line() -> None:
    assert [problem.line for problem in problems(block("timeout = 2", 'files = ["a.csv",'))] == [5]


def test_a_block_has_an_end() -> None:
    assert [str(problem) for problem in problems(f"{PROGRAM}# /// run\n# timeout = 2\n")] == [
        "snippets/l/p.py:2: The run block has no end. Begin each line with '# ' and close it with '# ///'."
    ]


def test_a_block_stands_at_the_end_so_that_line_numbers_stay_true() -> None:
    assert [str(problem) for problem in problems(block("timeout = 2") + PROGRAM)] == [
        "snippets/l/p.py:3: The run block stands inside the program. Move it to the end."
    ]


def test_a_program_has_one_block() -> None:
    assert [str(problem) for problem in problems(block("timeout = 2") + block("alone = true"))] == [
        "snippets/l/p.py:8: A second run block. Declare everything in one."
    ]


def on(ends: Ends, python: str) -> str:
    """How a program that declares these endings ends on a Python."""
    return Declaration(ends=ends).ends_on(python)


@pytest.mark.parametrize(
    ("python", "ending"),
    [("3.11.7", "ok"), ("3.13.0+", "ok"), ("3.14.0", "exit 1"), ("3.14.0rc1", "exit 1"), ("3.15.2", "exit 1")],
)
def test_the_first_that_a_python_meets_says_how_a_program_ends_on_it(python: str, ending: str) -> None:
    assert on(BY_VERSION[1:], python) == on(BY_VERSION, python) == ending
    assert on("timeout", python) == "timeout"


def test_what_is_said_of_a_version_holds_without_the_gil_unless_that_is_said_before() -> None:
    assert (on(BY_VERSION[1:], "3.13.5t"), on(BY_VERSION[1:], "3.14.0+t")) == ("ok", "exit 1")
    assert on(BY_VERSION, "3.13.5t") == "exit 3"


def test_where_nothing_is_declared_for_a_python_there_is_no_ending() -> None:
    assert on(BY_VERSION[1:2], "3.14.0") == ""


def test_endings_are_listed_with_their_pythons() -> None:
    assert Declaration(ends="ok").endings == (("", "ok"),)
    assert Declaration(ends=BY_VERSION).endings == BY_VERSION


def test_a_block_declares_endings_by_version() -> None:
    block = '# /// run\n# ends = { "<3.14" = "ok", ">=3.14" = "exit 1" }\n# ///\n'
    assert split(f"pass\n{block}", "p.py")[1] == Declaration(ends=BY_VERSION[1:])


def test_the_building_python_meets_its_own_label() -> None:
    version = ".".join(map(str, building().release))
    assert on(((version, "exit 7"), (">=3", "ok")), building().label) == "exit 7"


WORD_COUNT = """
import sys
print(sys.argv[1:])
print(sys.stdin.read().split())
"""


def test_arguments_input_variables_and_options_are_declared() -> None:
    found = declared('args = ["5", ""]', 'stdin = "yes\\nno\\n"', 'env = { A = "1", B = "" }', 'flags = ["-X", "dev"]')
    assert found.given == Given(("5", ""), "yes\nno\n", (("A", "1"), ("B", "")), ("-X", "dev"))
    assert declared("timeout = 5").given == NOTHING


def test_a_program_is_started_with_its_arguments_and_reads_its_input_to_the_end(start: Start) -> None:
    given = Given(args=("5", "--verbose", "two words"), stdin="yes\nno\n")
    assert start(WORD_COUNT, given=given).output == "['5', '--verbose', 'two words']\n['yes', 'no']\n"


def test_a_program_is_started_with_its_variables_and_options(start: Start) -> None:
    program = (
        "import os, sys; print(os.environ['ORDERS'], os.environ['TZ'], 'till' in sys._xoptions, sys.flags.optimize)"
    )
    given = Given(env=(("ORDERS", "a b"), ("TZ", "Asia/Tokyo")), flags=("-X", "till", "-O"))
    assert start(program, given=given).output == "a b Asia/Tokyo True 1\n"


def test_files_of_other_lessons_stand_where_they_are_and_readers_need_not_know() -> None:
    given = Given(files=("stock.csv", "./shelf/../child.py", "../locks/pytest.ini"))
    assert given.beside == ("stock.csv", "child.py")
    assert given.is_anything
    assert not Given(files=("../locks/pytest.ini",)).is_anything
