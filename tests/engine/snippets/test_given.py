"""What a program is given is declared, and what cannot be given is refused."""

import pytest

from snippets.engine.program.given import MOST_INPUT, NOTHING, Given
from tests.conftest import Start
from tests.engine.snippets.test_declaration import complaints, declared

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


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("args = [5]", "'args' is [5]. Write a list of strings, such as [\"…\"]."),
        ('args = "5"', "'args' is '5'. Write a list of strings, such as [\"…\"]."),
        ('args = ["a\\u0000b"]', r"'args' holds 'a\x00b', which nobody can type. Leave control characters to stdin."),
        ('flags = ["-X", "a\\nb"]', r"'flags' holds 'a\nb', which nobody can type. Leave control characters to stdin."),
        ('env = { A = "\\u001b" }', r"'env' holds '\x1b', which nobody can type. Leave control characters to stdin."),
        ("stdin = 5", "'stdin' is 5. Write a string in double quotes."),
        ('stdin = ""', "'stdin' is empty. Leave it out: without it, there is nothing to read."),
        ("env = 5", "'env' is 5. Write a table of strings, such as { NAME = \"1\" }."),
        ("env = {}", "'env' is {}. Write a table of strings, such as { NAME = \"1\" }."),
        ("env = { A = 1 }", "'env' is {'A': 1}. Write a table of strings, such as { NAME = \"1\" }."),
        ("interrupt = 0", "'interrupt' is 0. Write a line of its output, or a number of seconds above 0."),
        ("interrupt = true", "'interrupt' is True. Write a line of its output, or a number of seconds above 0."),
        ('interrupt = ""', "'interrupt' is ''. Write one whole line that the program prints."),
        ('interrupt = "a\\nb"', r"'interrupt' is 'a\nb'. Write one whole line that the program prints."),
        ("interrupt = 10", "Ctrl-C would come after the time-out. Press it earlier, or declare a longer timeout."),
        (
            'env = { "A B" = "1" }',
            "'A B' is no name of a variable. Write letters, digits and _, and no digit first.",
        ),
        (
            'env = { HOME = "/" }',
            "'HOME' is what a run itself needs. Leave it out; HOME, PYTHONPATH, TMPDIR are given to each program.",
        ),
    ],
)
def test_what_cannot_be_given_is_refused_with_advice(line: str, complaint: str) -> None:
    assert complaints(line) == [f"4: {complaint}"]


def test_the_text_of_standard_input_fits_into_a_pipe() -> None:
    assert declared(f'stdin = "{"é" * (MOST_INPUT // 2)}"').stdin
    [complaint] = complaints(f'stdin = "{"é" * (MOST_INPUT // 2)}x"')
    assert complaint == "4: 'stdin' has 4,097 bytes, and may have 4,096. Have the program read so much from a file."


def test_files_of_other_lessons_stand_where_they_are_and_readers_need_not_know() -> None:
    given = Given(files=("stock.csv", "./shelf/../child.py", "../locks/pytest.ini"))
    assert given.beside == ("stock.csv", "child.py")
    assert given.is_anything
    assert not Given(files=("../locks/pytest.ini",)).is_anything
