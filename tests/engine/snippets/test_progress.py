"""How a build tells what it runs: a bar on a terminal, some plain lines elsewhere."""

import io
import os
import pty
from collections.abc import Iterator

import pytest

from snippets.engine.runs.progress import shown


@pytest.fixture
def terminal() -> Iterator[tuple[io.TextIOWrapper, int]]:
    """A terminal to write to, and where to read what stands on it."""
    screen, written_to = pty.openpty()
    with open(written_to, "w", encoding="utf-8") as stream:
        yield stream, screen
    os.close(screen)


def until(screen: int, text: str) -> str:
    """What appears on a terminal, up to the piece that holds a text; pytest's time-out ends a wait in vain."""
    shown = ""
    while text not in shown:
        shown += os.read(screen, 65536).decode()
    return shown


def lines(*steps: tuple[int, int, list[str]]) -> list[str]:
    """What stands in a file after these steps."""
    stream = io.StringIO()
    with shown(stream) as progress:
        for step in steps:
            progress(*step)
    return stream.getvalue().splitlines()


def test_in_a_file_each_of_a_few_runs_that_ends_is_a_line_with_the_names_of_what_runs() -> None:
    both, one = ["locks/race.py 3.11.7 0", "locks/rlock.py 3.11.7 0"], ["locks/rlock.py 3.11.7 0"]
    assert lines((0, 2, one), (0, 2, both), (1, 2, one), (2, 2, [])) == [
        "[0/2] running locks/rlock.py",
        "[1/2] running locks/rlock.py",
        "[2/2] done",
    ]


def test_in_a_file_each_twentieth_of_many_runs_is_a_line() -> None:
    told = lines(*((done, 200, ["locks/race.py 3.11.7 0"]) for done in range(200)), (200, 200, []))
    assert told == [*(f"[{done}/200] running locks/race.py" for done in range(0, 200, 10)), "[200/200] done"]


def test_several_runs_of_a_program_are_named_once_and_the_fourth_and_later_ones_counted() -> None:
    running = [f"locks/{name}.py 3.11.7 {number}" for name in "abcde" for number in range(2)]
    assert lines((0, 10, running)) == ["[0/10] running locks/a.py, locks/b.py, locks/c.py and 2 more"]


def test_on_a_terminal_a_bar_fills_and_names_what_runs(terminal: tuple[io.TextIOWrapper, int]) -> None:
    stream, screen = terminal
    with shown(stream) as progress:
        progress(0, 2, ["locks/race.py 3.11.7 0"])
        begun = until(screen, "locks/race.py")
        progress(1, 2, ["locks/rlock.py 3.11.7 0"])
        half = until(screen, "locks/rlock.py")
        progress(2, 2, [])
    ended = until(screen, "\n")
    assert "Running programs" in begun
    assert "\n" not in begun + half
    assert begun.count("#") < half.count("#") < ended.count("#")


def test_a_build_that_runs_nothing_shows_no_bar(terminal: tuple[io.TextIOWrapper, int]) -> None:
    stream, screen = terminal
    with shown(stream):
        pass
    stream.write("quiet")
    stream.flush()
    assert until(screen, "quiet") == "quiet"
