"""What a program asks for when it names Pythons."""

import pytest

from snippets.engine.program.wish import comparison, is_wish


@pytest.mark.parametrize("text", ["3.13", ">=3.14", "free-threaded", ">=3.13 <3.15 free-threaded", "==3.14.0"])
def test_words_that_are_versions_comparisons_or_free_threaded_are_a_wish(text: str) -> None:
    assert is_wish(text)


@pytest.mark.parametrize("text", ["", "new", ">=3.14 new", "3", ">= 3.14", "freethreaded"])
def test_other_words_are_none(text: str) -> None:
    assert not is_wish(text)


def test_a_minor_version_is_all_of_its_releases() -> None:
    wanted = comparison("3.13")
    assert wanted is not None
    assert ("3.13.7" in wanted, "3.14.0" in wanted) == (True, False)
