"""About `stuck.py`, of which exercises carry copies: who waits forever, and who merely gets no processor."""

import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.site import ROOT

FILE = ROOT / "snippets" / "multiprocessing" / "exercise_primes_below" / "stuck.py"
needs_proc = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="this system has no /proc")
MAIN, CHILD = 100, 200  # processes


def loaded() -> ModuleType:
    """The module, as a check imports it."""
    spec = importlib.util.spec_from_file_location("stuck", FILE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


stuck = loaded()


class Told:
    """A watch that is told what threads do, in place of Linux: a look each, as `state` or `state and switches`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now: dict[int, Any] = {}
        monkeypatch.setattr(stuck, "family", lambda _: {})
        monkeypatch.setattr(stuck, "threads", lambda _: [*self.now.values()])
        monkeypatch.setattr(stuck, "PROC", "/proc")
        monkeypatch.setattr(stuck.os.path, "isdir", lambda _: True)
        self.watch = stuck.Watch(MAIN)
        self.patient = stuck.Watch(MAIN, pollers=2)

    def look(self, times: int = 1, **said: tuple[str, int]) -> None:
        """Threads `main`, `other` and `child`, each with its state and how much oftener it was woken, look by look."""
        places = {"main": (MAIN, 1), "other": (MAIN, 2), "child": (CHILD, 3)}
        for _ in range(times):
            for name, (state, woken) in said.items():
                process, number = places[name]
                before = self.now.get(number, stuck.Thread(process, number))
                self.now[number] = stuck.Thread(process, number, state, before.slept + woken, before.pushed)
            self.watch.look()
            self.patient.look()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """A watch that is told what threads do."""
    return Told(monkeypatch)


def test_threads_that_all_sleep_and_are_not_woken_are_stuck(told: Told) -> None:
    told.look(stuck.STUCK, main=("S", 0), child=("S", 0))
    assert not told.watch.is_stuck()
    told.look()
    assert told.watch.is_stuck()


def test_a_thread_that_waits_for_a_processor_is_left_in_peace(told: Told) -> None:
    told.look(9 * stuck.STUCK, main=("S", 0), child=("R", 0))
    assert not told.watch.is_stuck()


def test_a_thread_that_waits_for_a_disk_is_left_in_peace(told: Told) -> None:
    told.look(9 * stuck.STUCK, main=("S", 0), child=("D", 1))
    assert not told.watch.is_stuck()


def test_a_thread_of_a_child_that_is_woken_is_left_in_peace(told: Told) -> None:
    told.look(9 * stuck.STUCK, main=("S", 0), child=("S", 1))
    assert not told.watch.is_stuck()


def test_a_thread_that_is_woken_at_last_makes_the_looks_count_anew(told: Told) -> None:
    told.look(stuck.STUCK, main=("S", 0), child=("S", 0))
    told.look(main=("S", 0), child=("S", 1))
    told.look(stuck.STUCK - 1)
    assert not told.watch.is_stuck()
    told.look(2)
    assert told.watch.is_stuck()


def test_one_thread_of_the_process_that_alone_wakes_to_look_is_stuck(told: Told) -> None:
    told.look(stuck.STUCK // 2, main=("S", 2), other=("S", 0), child=("S", 0))
    told.look(stuck.STUCK // 2 - 1, main=("R", 2))
    assert not told.watch.is_stuck()
    told.look(3, main=("S", 2))
    assert told.watch.is_stuck()


def test_a_thread_that_works_or_reads_and_seldom_sleeps_is_no_such_thread(told: Told) -> None:
    told.look(9 * stuck.STUCK, main=("R", 1), child=("S", 0))
    assert not told.watch.is_stuck()
    told.look(9 * stuck.STUCK, main=("D", 1), child=("S", 0))
    assert not told.watch.is_stuck()


def test_two_threads_that_wake_one_another_are_left_in_peace(told: Told) -> None:
    told.look(9 * stuck.STUCK, main=("S", 1), other=("S", 1))
    assert not told.watch.is_stuck()


def test_two_threads_that_look_again_and_again_are_stuck_where_nothing_else_takes_time(told: Told) -> None:
    told.look(stuck.STUCK + 1, main=("S", 1), other=("S", 1), child=("S", 0))
    assert told.patient.is_stuck()
    told.look(main=("S", 1), other=("S", 1), child=("S", 1))
    assert not told.patient.is_stuck()


def test_threads_that_are_always_found_asleep_are_stuck_at_last_whoever_wakes_them(told: Told) -> None:
    told.look(stuck.IDLE - 1, main=("S", 1), other=("S", 1), child=("S", 1))
    assert not told.watch.is_stuck()
    told.look()
    assert told.watch.is_stuck()
    told.look(stuck.IDLE // 10, child=("R", 1))
    assert not told.watch.is_stuck()


def test_what_happened_makes_the_looks_count_anew(told: Told) -> None:
    told.look(2 * stuck.STUCK, main=("S", 0))
    told.watch.has_moved()
    told.look(stuck.RESTS, main=("S", 0))
    assert not told.watch.rests()
    told.look()
    assert told.watch.rests()
    assert not told.watch.is_stuck()


def test_where_there_is_no_proc_time_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stuck, "PROC", str(tmp_path))
    watch = stuck.Watch(os.getpid())
    for _ in range(2 * stuck.STUCK):
        watch.look()
    assert not watch.is_stuck()
    assert not watch.works_on()
    watch.since -= stuck.LONG
    assert watch.is_stuck()


@contextmanager
def running(program: str) -> Iterator[int]:
    """A Python that runs a program and the processes that it starts; it has printed `ready`."""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stdin=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == b"ready\n"
            yield process.pid
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def looked(watch: Any, looks: int) -> Iterator[Any]:
    """Let it look as often as a check does, and give it after each look."""
    for _ in range(looks):
        time.sleep(0.1)  # what a look is about: nobody waits for anything here
        watch.look()
        yield watch


TWO = """
import os, sys, threading, time
child = os.fork()
if not child:
    {child}
    os._exit(0)
threading.Thread(target=threading.Event().wait, daemon=True).start()
print("ready", flush=True)
{main}
"""


@needs_proc
@pytest.mark.parametrize("main", ["os.waitpid(child, 0)", "while True: time.sleep(0.02)"], ids=["waits", "polls"])
def test_a_process_that_waits_for_a_child_that_waits_is_stuck(main: str) -> None:
    with running(TWO.format(main=main, child="sys.stdin.read()")) as process:
        assert any(watch.is_stuck() for watch in looked(stuck.Watch(process), 20 * stuck.STUCK))


@needs_proc
@pytest.mark.parametrize("child", ["while True: pass", "while True: time.sleep(0.02)"], ids=["works", "sleeps"])
def test_a_process_is_not_stuck_as_long_as_its_child_does_something(child: str) -> None:
    with running(TWO.format(main="os.waitpid(child, 0)", child=child)) as process:
        assert not any(watch.is_stuck() for watch in looked(stuck.Watch(process), stuck.STUCK + 5))


@needs_proc
def test_what_an_ended_process_leaves_in_its_session_is_watched_and_its_work_is_measured() -> None:
    with running(TWO.format(main="os._exit(0)", child="while True: pass")) as process:
        watch = stuck.Watch(process)
        assert any(watch.works_on(0.3) for _ in looked(watch, 20 * stuck.STUCK))
        assert any(one.process != process for one in watch.last.values())


@needs_proc
def test_threads_that_are_left_out_are_not_watched() -> None:
    with running("import time\nprint('ready', flush=True)\nwhile True: pass") as process:
        assert any(watch.rests() for watch in looked(stuck.Watch(process, [process]), stuck.RESTS + 2))
