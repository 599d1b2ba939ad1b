"""A program that measures is run again until it shows what it has to show."""

from collections.abc import Callable, Iterator

import pytest

from snippets.engine.process.run import Lane, Run
from snippets.engine.process.trying import MOST, first_that_shows, is_told, lacking, load

SHOWS = "two >= 1.3 * one"
GOOD, BAD, NAMELESS = "one: 1\ntwo: 2\n", "one: 1\ntwo: 1\n", "one: 1\n"
APART = (Lane("a", 0, 2, ((0, 1),), ()), Lane("b", 0, 2, ((1, 2),), ()))
TOGETHER = (Lane("a", 0, 1, ((0, 1),), ()), Lane("b", 0, 1, ((0, 1),), ()))


def one(output: str, timeline: tuple[Lane, ...] = (), python: str = "3.13.0") -> Run:
    """A run that printed this."""
    lines = output.count("\n")
    return Run(output, "ok", 1.0, 1.0, python, "Linux", (0.1,) * lines, timeline)


def printing(*outputs: str) -> Callable[[], Run]:
    """Runs that print this, one after the other; a further one fails."""
    left = iter(outputs)
    return lambda: one(next(left))


def loads() -> Iterator[float]:
    """What the machine had to do at each try."""
    return iter([1.0, 2.0, 3.0, 4.0])


@pytest.mark.parametrize("number", range(1, MOST + 1))
def test_the_first_run_that_shows_it_is_taken_and_says_which_try_it_was(number: int) -> None:
    taken = first_that_shows(SHOWS, printing(*[BAD] * (number - 1), GOOD))
    assert (taken.output, taken.tries, taken.is_shown, taken.load) == (GOOD, number, True, 0.0)


def test_where_none_shows_it_the_last_is_taken_with_the_load_as_it_began() -> None:
    busy = loads()
    taken = first_that_shows(SHOWS, printing(*[BAD] * MOST), lambda: next(busy))
    assert (taken.output, taken.tries, taken.is_shown, taken.load) == (BAD, MOST, False, 4.0)


def test_a_run_that_does_not_name_a_number_is_not_repeated() -> None:
    assert first_that_shows(SHOWS, printing(NAMELESS)) == one(NAMELESS)
    assert lacking(SHOWS, one(NAMELESS)) == ["two"]
    assert lacking(SHOWS, one(BAD)) == []


def test_a_timeline_tells_how_long_lanes_ran_at_the_same_time_and_in_all() -> None:
    runs = iter([one("", APART), one("", TOGETHER)])
    assert first_that_shows("together > 0.4 * ran", lambda: next(runs)).tries == 2
    assert first_that_shows("together < 0.1 and ran == 2", lambda: one("", APART)).is_shown


def test_where_the_system_tells_nothing_of_a_timeline_nothing_is_missed() -> None:
    shows = "together > 0.4 * ran"
    assert first_that_shows(shows, printing("")) == one("")
    assert (is_told(shows, one("")), lacking(shows, one(""))) == (False, [])


@pytest.mark.parametrize(("python", "tries"), [("3.13.0", MOST), ("3.13.0t", 1)])
def test_an_expression_may_be_about_pythons_with_the_gil(python: str, tries: int) -> None:
    assert first_that_shows("two < one or free_threaded", lambda: one(GOOD, python=python)).tries == tries


def test_the_load_is_a_number_of_programs() -> None:
    assert load() >= 0
