"""A claim test names the Pythons that its sentence is about, and is run on these."""

import pytest

from snippets.engine.program.interpreters import Interpreter
from tests.support.sentences import meant, parameters


def python(label: str) -> Interpreter:
    """The Python that a reader calls by this label."""
    return Interpreter("", label.removesuffix("t"), "", label.endswith("t"), "", "")


PYTHONS = [python(label) for label in ("3.11.7", "3.13.0", "3.13.15t", "3.14.0", "3.14.10", "3.15.2")]


def about(*wishes: str) -> list[str]:
    """The Pythons, by their labels, that a sentence with these wishes is about."""
    return [one.label for one in PYTHONS if meant(one, wishes)]


def test_a_sentence_without_a_wish_is_about_every_python() -> None:
    assert about() == [one.label for one in PYTHONS]


def test_a_version_means_both_builds() -> None:
    assert about("3.13") == ["3.13.0", "3.13.15t"]
    assert about(">=3.13 <3.14.1") == ["3.13.0", "3.13.15t", "3.14.0"]


def test_a_build_can_be_asked_for_alone_and_with_a_version() -> None:
    assert about("free-threaded") == ["3.13.15t"]
    assert about("with the GIL") == ["3.11.7", "3.13.0", "3.14.0", "3.14.10", "3.15.2"]
    assert about(">=3.13 <3.15 with the GIL") == ["3.13.0", "3.14.0", "3.14.10"]


def test_one_of_several_wishes_is_enough() -> None:
    assert about("<3.13", "==3.14.0", "free-threaded") == ["3.11.7", "3.13.15t", "3.14.0"]


@pytest.mark.parametrize("wish", ["", "3.13t", "without the GIL", ">=3.14 frree-threaded"])
def test_a_wish_that_nobody_understands_is_an_error(wish: str) -> None:
    with pytest.raises(ValueError, match="a claim is about"):
        meant(PYTHONS[0], [wish])


def test_a_test_is_run_on_the_pythons_that_it_is_about_and_none_is_skipped() -> None:
    found = parameters([pytest.mark.about(">=3.14").mark], PYTHONS)
    assert [(one.id, one.marks) for one in found] == [("3.14.0", ()), ("3.14.10", ()), ("3.15.2", ())]


def test_a_test_that_is_about_no_python_here_is_skipped_and_says_so() -> None:
    [one] = parameters([pytest.mark.about(">=3.14", "free-threaded").mark], PYTHONS[:2])
    [skip] = one.marks
    assert (one.id, skip.name) == (">=3.14 or free-threaded", "skip")
    assert skip.kwargs == {"reason": "about >=3.14 or free-threaded: none here"}
