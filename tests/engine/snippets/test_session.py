"""A program reads a text and then the end, and Ctrl-C is pressed from outside, as a terminal does it, and once."""

import os
import signal
from pathlib import Path

import pytest

from snippets.engine.process.session import REACTION, CtrlC, standard_input
from snippets.engine.program.complaints import MOST_INPUT
from snippets.engine.program.declaration import Given
from tests.conftest import Start

WAITS = """
import time
print("ready")
try:
    time.sleep(600)
except KeyboardInterrupt:
    print("interrupted")
"""
GROUP = '''
import signal, subprocess, sys
child = """import sys, time
print(sys.argv[1], flush=True)
try:
    time.sleep(600)
except KeyboardInterrupt:
    print("interrupted")
"""
ours = subprocess.Popen([sys.executable, "-c", child, "ours"], stdout=subprocess.PIPE, text=True)
apart = subprocess.Popen([sys.executable, "-c", child, "apart"], stdout=subprocess.PIPE, start_new_session=True)
ours.stdout.readline(), apart.stdout.readline()
signal.signal(signal.SIGINT, lambda *_: None)
print("ready")
print("ours:", ours.communicate()[0].strip())
print("apart:", apart.poll())
apart.kill()
'''
PRINTS_FIRST = """
import pathlib, sys, time
try:
    print("before")
    pathlib.Path(sys.argv[1]).touch()
    time.sleep(600)
except KeyboardInterrupt:
    print("after")
"""


class Pressed:
    """Keeps to whom which signal was sent."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sent: list[tuple[int, int]] = []
        monkeypatch.setattr(os, "killpg", lambda group, number: self.sent.append((group, number)))


def press_if_due(key: CtrlC, now: float) -> None:
    """Do what a session does."""
    if key.is_due(now):
        key.press(7, now)


@pytest.fixture
def pressed(monkeypatch: pytest.MonkeyPatch) -> Pressed:
    return Pressed(monkeypatch)


def test_a_program_that_waits_is_interrupted_after_its_line_and_the_moment_is_between_its_lines(start: Start) -> None:
    one = start(WAITS, given=Given(interrupt="ready"))
    assert (one.output, one.ended) == ("ready\ninterrupted\n", "ok")
    assert one.times[0] + REACTION <= one.interrupted < one.times[1]


def test_a_program_that_does_not_catch_it_dies_of_it(start: Start) -> None:
    assert start("import time; time.sleep(600)", given=Given(interrupt=0.5)).ended == "signal SIGINT"


def test_children_of_its_group_are_interrupted_and_those_of_another_session_are_not(start: Start) -> None:
    assert start(GROUP, given=Given(interrupt="ready")).output == "ready\nours: interrupted\napart: None\n"


def test_a_program_that_ends_before_was_not_interrupted(start: Start) -> None:
    one = start("print('not ready')", given=Given(interrupt="ready"))
    assert (one.output, one.ended, one.interrupted) == ("not ready\n", "ok", 0.0)


def test_after_so_many_seconds_it_is_pressed_once(pressed: Pressed) -> None:
    key = CtrlC(0.5)
    for now in (0.0, 0.49, 0.51, 0.6):
        press_if_due(key, now)
    assert pressed.sent == [(7, signal.SIGINT)]
    assert key.moment == 0.51


@pytest.mark.parametrize(
    ("pieces", "hears"),
    [
        ([b"ready\n"], True),
        ([b"one\nrea", b"dy", b"\n"], True),
        ([b"ready"], False),
        ([b"not ready\nready or not\n"], False),
        ([b"x" * 9, b"ready\n"], False),
    ],
)
def test_only_the_whole_line_counts_in_however_many_pieces_it_comes(
    pressed: Pressed, pieces: list[bytes], hears: bool
) -> None:
    key = CtrlC("ready")
    for piece in pieces:
        key.hear(piece, 1.0)
    press_if_due(key, 0.9 + REACTION)
    assert pressed.sent == []
    press_if_due(key, 1.0 + REACTION)
    assert bool(pressed.sent) is hears


def test_a_line_that_comes_again_does_not_put_it_off(pressed: Pressed) -> None:
    key = CtrlC("ready")
    key.hear(b"ready\n", 1.0)
    key.hear(b"ready\n", 1.2)
    press_if_due(key, 1.0 + REACTION)
    assert pressed.sent


def test_without_a_wish_it_is_never_pressed(pressed: Pressed) -> None:
    key = CtrlC("")
    key.hear(b"\n\n", 1.0)
    press_if_due(key, 1e9)
    assert (pressed.sent, key.moment) == ([], 0.0)


def test_what_was_printed_before_stands_above_it_though_nobody_had_read_it_yet(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = tmp_path / "written"

    def is_due_once_it_is_written(key: CtrlC, _: float) -> bool:
        while not written.exists():
            os.sched_yield()
        return not key.moment

    monkeypatch.setattr(CtrlC, "is_due", is_due_once_it_is_written)
    one = start(PRINTS_FIRST, given=Given((str(written),), interrupt=5))
    assert one.output == "before\nafter\n"
    assert one.times[0] <= one.interrupted < one.times[1]


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
