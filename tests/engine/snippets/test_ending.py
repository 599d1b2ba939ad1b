"""A program ends as it declares, alike on every Python or by version."""

import pytest

from snippets.engine.program.declaration import Declaration, split
from snippets.engine.program.ending import listed, on, wrong
from snippets.engine.program.interpreters import building
from snippets.engine.program.problem import ProblemError

BY_VERSION = (("free-threaded", "exit 3"), ("<3.14", "ok"), (">=3.14", "exit 1"))
HOW = 'Write such as { "<3.14" = "ok", ">=3.14" = "exit 1" }.'


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
    assert listed("ok") == (("", "ok"),)
    assert listed(BY_VERSION) == BY_VERSION


def test_a_block_declares_endings_by_version() -> None:
    block = '# /// run\n# ends = { "<3.14" = "ok", ">=3.14" = "exit 1" }\n# ///\n'
    assert split(f"pass\n{block}", "p.py")[1] == Declaration(ends=BY_VERSION[1:])


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
    with pytest.raises(ProblemError) as caught:
        split(f"pass\n# /// run\n# ends = {table}\n# ///\n", "p.py")
    assert str(caught.value) == f"p.py:3: {complaint}"


def test_what_is_neither_text_nor_table_is_told_by_its_kind() -> None:
    assert list(wrong(5)) == []
    with pytest.raises(ProblemError, match=r"'ends' is 5\. Write a string in double quotes\."):
        split("pass\n# /// run\n# ends = 5\n# ///\n", "p.py")


def test_the_building_python_meets_its_own_label() -> None:
    version = ".".join(map(str, building().release))
    assert on(((version, "exit 7"), (">=3", "ok")), building().label) == "exit 7"
