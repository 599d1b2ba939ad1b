"""What a program reads is a text and then the end."""

import os
from pathlib import Path

import pytest

from snippets.engine.process.standard_input import standard_input
from snippets.engine.program.given import MOST_INPUT


@pytest.mark.parametrize("text", ["", "yes\nno\n", "é" * (MOST_INPUT // 2)])
def test_a_text_is_read_and_then_the_end(text: str) -> None:
    with standard_input(text) as reading:
        assert os.read(reading, 10_000) == text.encode()
        assert os.read(reading, 10_000) == b""


def test_nothing_of_it_is_left_open_nor_handed_on_to_others() -> None:
    before = len([*Path("/dev/fd").iterdir()])
    with standard_input("yes\n") as reading:
        assert not os.get_inheritable(reading)
    with standard_input("") as reading:
        assert not os.get_inheritable(reading)
    assert len([*Path("/dev/fd").iterdir()]) == before
