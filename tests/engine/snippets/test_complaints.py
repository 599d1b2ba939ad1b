"""What cannot be declared is refused, with what can."""

import pytest

from snippets.engine.program.complaints import MOST_INPUT
from tests.engine.snippets.test_declaration import complaints, declared

HOW = 'Write such as { "<3.14" = "ok", ">=3.14" = "exit 1" }.'


@pytest.mark.parametrize("ends", ["", "exit", "exit 0", "exit 01", "signal", "signal kill", "SIGKILL", "crash"])
def test_an_ending_that_cannot_be_is_refused(ends: str) -> None:
    advice = 'Write "ok", "timeout", or such as "exit 1" or "signal SIGKILL".'
    assert complaints(f'ends = "{ends}"') == [f"4: 'ends' is {ends!r}. {advice}"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("timeout = 0", "'timeout' is 0. Write a number above 0."),
        ("timeout = true", "'timeout' is True. Write a number above 0."),
        ('timeout = "2"', "'timeout' is '2'. Write a number above 0."),
        ("timeout = nan", "'timeout' is nan. Write a number above 0."),
        ("because = 5", "'because' is 5. Write a string in double quotes."),
        ("alone = 1", "'alone' is 1. Write true or false."),
        ("output = 5", "'output' is 5. Write a string in double quotes."),
        ('rare = "yes"', "'rare' is 'yes'. Write true or false."),
        ('files = "a.csv"', "'files' is 'a.csv'. Write a list of strings, such as [\"…\"]."),
        ("files = []", "'files' is []. Write a list of strings, such as [\"…\"]."),
        ("files = [1]", "'files' is [1]. Write a list of strings, such as [\"…\"]."),
        ('needs = ["frok"]', "Unknown need 'frok'. Did you mean fork?"),
        ('python = ["three"]', '\'three\' names no Python. Write such as "3.13", ">=3.14" or "free-threaded".'),
        ('python = [""]', '\'\' names no Python. Write such as "3.13", ">=3.14" or "free-threaded".'),
        ('output = "exactly"', "'output' is 'exactly'. Did you mean exact?"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_fits(line: str, complaint: str) -> None:
    assert complaints(line) == [f"4: {complaint}"]


@pytest.mark.parametrize("runs", ["0", "1.5", "true", '"5"'])
def test_runs_is_a_whole_number_above_0(runs: str) -> None:
    found = complaints('output = "varies"', 'because = "x"', f"runs = {runs}")
    assert len(found) == 1
    assert found[0].endswith("Write a whole number above 0.")


@pytest.mark.parametrize("output", ["unordered", "varies"])
def test_output_that_is_not_exact_needs_a_reason(output: str) -> None:
    assert complaints(f'output = "{output}"') == [
        f"4: Output that is '{output}' without a reason. Say why: because = \"…\"."
    ]


def test_only_output_that_varies_is_run_more_than_once_or_rarely() -> None:
    assert complaints("runs = 3") == [
        '4: Several runs of an output that does not vary. Leave it out, or declare output = "varies".'
    ]
    assert complaints("rare = true") == [
        "4: 'rare' belongs to an output that varies. Leave it out, or declare output = \"varies\"."
    ]


def test_an_unknown_declaration_is_refused_with_the_near_names() -> None:
    assert complaints("timeuot = 2") == ["4: Unknown declaration 'timeuot'. Did you mean timeout?"]


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ('{ "<3.14" = "ok" }', f"'ends' is a table of fewer than two endings. {HOW}"),
        ('{ "<3.14" = "ok", new = "exit 1" }', f"'new' names no Python. {HOW}"),
        (
            '{ "<3.14" = "ok", ">=3.14" = "exit" }',
            '\'ends\' is \'exit\' for \'>=3.14\'. Write "ok", "timeout", or such as "exit 1" or "signal SIGKILL".',
        ),
        (
            '{ "<3.14" = 1, ">=3.14" = "ok" }',
            '\'ends\' is 1 for \'<3.14\'. Write "ok", "timeout", or such as "exit 1" or "signal SIGKILL".',
        ),
    ],
)
def test_a_table_that_says_nothing_is_refused(table: str, complaint: str) -> None:
    assert complaints(f"ends = {table}") == [f"4: {complaint}"]


def test_an_ending_that_is_neither_text_nor_table_is_told_by_its_kind() -> None:
    assert complaints("ends = 5") == ["4: 'ends' is 5. Write a string in double quotes."]


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
