"""A slide begins a program below what stands there for Python's sake."""

import pytest

from content.engine.fence.beginning import first_line

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
