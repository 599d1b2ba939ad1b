"""Control characters and their sequences are told from text, and as pyte understands them."""

import re

import pytest

from content.engine.fence.controls import CONTROL, TOKEN, UNSEEN, plainly, with_semicolons
from snippets.engine.process import run


@pytest.mark.parametrize(
    ("output", "tokens"),
    [
        ("a\tb\n", ["a\tb", "\n"]),
        ("a\rb", ["a", "\r", "b"]),
        ("\x1b[1;31mred\x1b[0m", ["\x1b[1;31m", "red", "\x1b[0m"]),
        ("\x1b]0;t\x07x\x1b]8;;u\x1b\\y", ["\x1b]0;t\x07", "x", "\x1b]8;;u\x1b\\", "y"]),
        ("\x1b(Ba\x1b7\x1bPq\x1b\\b", ["\x1b(B", "a", "\x1b7", "\x1bPq\x1b\\", "b"]),
        ("\x1b\n\x1b]open\n", ["\x1b", "\n", "\x1b", "]open", "\n"]),
    ],
)
def test_an_output_falls_into_texts_and_controls_and_nothing_is_lost(output: str, tokens: list[str]) -> None:
    assert TOKEN.findall(output) == tokens
    assert "".join(tokens) == output


@pytest.mark.parametrize("sequence", ["\x1b]0;t\x07", "\x1b[>c", "\x1b[!p", "\x1b[=1h", "\x1b[1 q", "\x1bPq\x1b\\"])
def test_some_change_nothing_that_a_reader_sees(sequence: str) -> None:
    assert UNSEEN.fullmatch(sequence)


@pytest.mark.parametrize("sequence", ["\x1b[m", "\x1b[?25l", "\x1b[2;4r", "\x1b[1@", "\x1b7"])
def test_others_are_the_terminals(sequence: str) -> None:
    assert not UNSEEN.fullmatch(sequence)


@pytest.mark.parametrize(
    ("colons", "semicolons"),
    [
        ("\x1b[38:2::1:2:3m", "\x1b[38;2;1;2;3m"),
        ("\x1b[1;48:2:1:2:3m", "\x1b[1;48;2;1;2;3m"),
        ("\x1b[38:5:196;1m", "\x1b[38;5;196;1m"),
        ("\x1b[4:3m", "\x1b[4m"),
        ("\x1b[4:0m", "\x1b[24m"),
        ("\x1b[1;31m", "\x1b[1;31m"),
    ],
)
def test_colons_become_semicolons(colons: str, semicolons: str) -> None:
    assert with_semicolons(colons) == semicolons


def test_what_is_recorded_of_a_run_and_what_is_read_of_it_are_the_same_characters() -> None:
    every = "".join(map(chr, range(256)))
    assert CONTROL.findall(every) == [one.decode() for one in run.CONTROL.findall(every.encode())]
    assert re.compile(CONTROL.pattern).groups == 0


@pytest.mark.parametrize(
    ("numbers", "plain"),
    [
        ([], []),
        ([0], [0]),
        ([1, 31], [1, 31]),
        ([2], [5]),
        ([22], [22, 25]),
        ([5, 6, 25], []),
        ([21], [4]),
        ([38, 5, 1], [31]),
        ([48, 5, 15], [107]),
        ([38, 5, 16], [38, 5, 16]),
        ([38, 2, 999, 2, 5, 1], [38, 2, 255, 2, 5, 1]),
        ([58, 2, 1, 2, 3, 4], [4]),
        ([38], []),
        ([38, 5], []),
        ([38, 2, 1], []),
        ([38, 9, 1], [1]),
    ],
)
def test_numbers_become_those_that_pyte_knows(numbers: list[int], plain: list[int]) -> None:
    assert plainly(numbers) == plain
