"""How many processors the programs want, by what the system counts of their threads."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from snippets.engine.runs import room
from snippets.engine.runs.room import UNTOLD, WINDOW, Gauge, children, wants


class Clock:
    """A clock that a test sets, and threads that want what it says."""

    def __init__(self) -> None:
        self.now = 0.0
        self.threads: dict[str, float] | None = {}

    def gauge(self) -> Gauge:
        """A gauge that knows only this clock and these threads."""
        return Gauge(lambda: None if self.threads is None else dict(self.threads), lambda: self.now)

    def passes(self, seconds: float, **threads: float) -> None:
        """Let time pass, in which threads come to want so much in all."""
        self.now += seconds
        self.threads = threads


def test_nothing_is_told_before_there_were_two_looks_some_time_apart() -> None:
    clock = Clock()
    measured = clock.gauge()
    assert measured.wanted == UNTOLD
    clock.passes(WINDOW / 2, a=0.01)
    assert not measured.look()
    assert measured.wanted == UNTOLD


def test_it_tells_what_was_wanted_since_the_last_look() -> None:
    clock = Clock()
    measured = clock.gauge()
    clock.passes(1.0, a=1.0, b=0.5)
    assert measured.look()
    assert measured.wanted == 1.5
    clock.passes(2.0, a=1.0, b=1.5)
    assert measured.look()
    assert measured.wanted == 0.5


def test_a_thread_that_is_gone_counts_no_more_and_one_of_its_number_is_not_negative() -> None:
    clock = Clock()
    measured = clock.gauge()
    clock.passes(1.0, a=5.0, b=1.0)
    measured.look()
    clock.passes(1.0, b=0.5)
    measured.look()
    assert measured.wanted == 0.0


def test_where_the_system_does_not_tell_it_says_so() -> None:
    clock = Clock()
    clock.threads = None
    measured = clock.gauge()
    clock.now = 1.0
    assert measured.look()
    assert measured.wanted == UNTOLD


def test_a_system_without_these_files_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PROC", "/nowhere")
    assert wants() is None


GRANDCHILD = """
import subprocess, sys
child = "import threading, time; threading.Thread(target=time.sleep, args=(600,)).start(); print('up', flush=True)"
subprocess.run([sys.executable, "-c", child])
"""


@pytest.fixture
def family() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", GRANDCHILD], stdout=subprocess.PIPE, text=True, process_group=0
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == "up\n"
        yield child
        subprocess.run(["kill", "-9", "--", f"-{child.pid}"], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux counts this.")
def test_threads_of_children_and_of_their_children_are_counted(family: subprocess.Popen[str]) -> None:
    told = wants()
    assert told is not None
    own = [thread for thread in told if f"/{family.pid}/" in thread]
    assert len(own) == 1
    assert len(told) >= 3
    assert told[own[0]] > 0.0


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux counts this.")
def test_a_program_that_computes_wants_a_processor_whatever_else_runs() -> None:
    measured = Gauge()
    with subprocess.Popen([sys.executable, "-c", "print('up', flush=True)\nwhile True: pass"], stdout=-1) as child:
        assert child.stdout
        child.stdout.readline()
        while measured.wanted == UNTOLD or measured.wanted < 0.5:
            measured.look()
        child.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux counts this.")
def test_what_was_started_before_the_programs_is_none_of_them(family: subprocess.Popen[str]) -> None:
    before = frozenset(children(os.getpid()))
    assert family.pid in before
    assert not [thread for thread in wants(before) or () if f"/{family.pid}/" in thread]
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=-1) as program:
        assert [thread for thread in wants(before) or () if f"/{program.pid}/" in thread]
