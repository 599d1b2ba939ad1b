"""Which programs run beside each other, and when."""

import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from subprocess import run

import pytest

from snippets.engine.process.run import Run
from snippets.engine.process.session import StoppedError
from snippets.engine.program.declaration import Declaration
from snippets.engine.program.interpreters import building
from snippets.engine.program.program import Program
from snippets.engine.runs.record import Work
from snippets.engine.runs.room import Gauge
from snippets.engine.runs.schedule import Make, perform
from tests.support.site import ROOT

RUN = Run("", "ok", 0.0, 0.0, "3.11.0", "", ())
LONG = 10  # seconds after which a test that waits for another thread fails

Act = Callable[[threading.Event], Run]


def work(name: str, alone: bool = False, seconds: float | None = None, load: float = 1.0) -> Work:
    """A work that is known by its name, and last took so many seconds and such a share of a processor."""
    program = Program(Path(name), name, "", Declaration(alone=alone), {}, "")
    return Work(program, building(), name, took=None if seconds is None else (seconds, seconds * load))


def acting(acts: dict[str, Act]) -> Make:
    """Make runs by acts of these names; whoever has none does nothing."""

    def make(work: Work, stop: threading.Event) -> Run:
        act = acts.get(work.program.name)
        return act(stop) if act else RUN

    return make


class Told(Gauge):
    """A gauge that says what a test tells it, at each of its looks."""

    def __init__(self, wanted: float = float("inf")) -> None:
        super().__init__(dict)
        self.wanted = wanted

    def look(self) -> bool:
        """Look, and see the same."""
        return True


def schedule(*works: Work, cores: int = 1, gauge: Gauge | None = None, **acts: Act) -> list[str]:
    """Make the runs of works and return the names of those that were reported, in order."""
    reported: list[str] = []

    def take(work: Work, _: Run) -> None:
        reported.append(work.program.name)

    perform(works, take, lambda *_: None, cores, acting(acts), lambda: gauge or Told())
    return reported


def meets(others: threading.Barrier) -> Act:
    """An act that ends only beside others."""

    def act(_: threading.Event) -> Run:
        others.wait(LONG)
        return RUN

    return act


def beside(*works: Work, cores: int = 1, **acts: Act) -> list[list[str]]:
    """Make the runs of works and return which ran beside each other, each time that one started or ended."""
    heard: list[list[str]] = []

    def progress(_done: int, _total: int, running: Sequence[str]) -> None:
        heard.append([name.split()[0] for name in running])

    perform(works, lambda *_: None, progress, cores, acting(acts), Told)
    return heard


def test_every_run_is_reported_with_its_work_in_the_thread_that_asked() -> None:
    def says(name: str, _: threading.Event) -> Run:
        return replace(RUN, output=name, times=(0.0,))

    reports: list[tuple[str, str, threading.Thread]] = []

    def take(work: Work, run: Run) -> None:
        reports.append((work.program.name, run.output, threading.current_thread()))

    acts: dict[str, Act] = {name: partial(says, name) for name in "abc"}
    perform([work(name) for name in "abc"], take, lambda *_: None, None, acting(acts), Told)
    assert sorted(report[:2] for report in reports) == [("a", "a"), ("b", "b"), ("c", "c")]
    assert {report[2] for report in reports} == {threading.current_thread()}


def test_nothing_to_do_is_nothing_to_watch() -> None:
    assert beside() == []


def test_the_longest_start_first_and_those_of_unknown_length_before_them() -> None:
    works = [work("short", seconds=1), work("long", seconds=9), work("unknown")]
    assert beside(*works) == [["unknown"], ["long"], ["short"]]


def test_programs_that_compute_run_beside_each_other_up_to_the_cores() -> None:
    pair = meets(threading.Barrier(2))
    assert sorted(schedule(*map(work, "abcd"), cores=2, a=pair, b=pair, c=pair, d=pair)) == ["a", "b", "c", "d"]


def test_programs_that_compute_never_run_beside_each_other_on_one_core() -> None:
    assert beside(*map(work, "abcdef")) == [["a"], ["b"], ["c"], ["d"], ["e"], ["f"]]


def test_programs_that_mostly_waited_run_beside_each_other_beyond_the_cores() -> None:
    five = meets(threading.Barrier(5))
    works = [work(name, seconds=1, load=0.2) for name in "abcde"]
    assert len(schedule(*works, cores=1, a=five, b=five, c=five, d=five, e=five)) == 5


def test_more_programs_than_cores_wait_for_each_other_and_all_end_though_nothing_is_known_of_them() -> None:
    five = meets(threading.Barrier(5))
    idle = Told(wanted=0.0)
    assert len(schedule(*map(work, "abcde"), cores=1, gauge=idle, a=five, b=five, c=five, d=five, e=five)) == 5


def test_a_program_that_runs_alone_runs_beside_no_other_and_after_them() -> None:
    pair = meets(threading.Barrier(2))
    others = [work(name, seconds=1, load=0.1) for name in "xy"]
    alone = [work(name, alone=True, seconds=1, load=0.1) for name in "abcd"]
    heard = beside(*alone[:2], *others, *alone[2:], cores=8, x=pair, y=pair)
    assert heard[0] == ["x", "y"]
    assert heard[-4:] == [["a"], ["b"], ["c"], ["d"]]


def test_a_program_that_runs_alone_stays_alone_while_processors_are_idle() -> None:
    heard: list[int] = []
    works = [work(name, alone=True) for name in "abc"]
    perform(
        works, lambda *_: None, lambda _d, _t, running: heard.append(len(running)), 8, acting({}), lambda: Told(0.0)
    )
    assert heard == [1, 1, 1]


def test_a_program_whose_time_was_over_beside_others_runs_again_by_itself_and_only_once() -> None:
    ran: list[str] = []

    def late(name: str, endings: list[str], _: threading.Event) -> Run:
        ran.append(name)
        return replace(RUN, ended=endings.pop(0))

    acts: dict[str, Act] = {
        "held_up": partial(late, "held_up", ["timeout", "ok"]),
        "hangs": partial(late, "hangs", ["timeout", "timeout"]),
        "alone": partial(late, "alone", ["timeout"]),
    }
    reported: list[tuple[str, str]] = []
    works = [work("held_up"), work("hangs"), work("declared"), work("alone", alone=True)]
    works[2].program = replace(works[2].program, declaration=Declaration(ends="timeout"))
    acts["declared"] = partial(late, "declared", ["timeout"])
    perform(
        works, lambda work, run: reported.append((work.program.name, run.ended)), lambda *_: None, 1, acting(acts), Told
    )
    assert ran == ["held_up", "hangs", "declared", "held_up", "hangs", "alone"]
    assert reported == [("declared", "timeout"), ("held_up", "ok"), ("hangs", "timeout"), ("alone", "timeout")]


def test_what_goes_on_beside_is_waited_for_after_those_that_run_with_others_and_before_any_that_runs_alone() -> None:
    order: list[str] = []

    def ran(name: str, _: threading.Event) -> Run:
        order.append(name)
        return RUN

    acts: dict[str, Act] = {name: partial(ran, name) for name in ("alone", "with others")}
    works = [work("alone", alone=True), work("with others")]
    perform(works, lambda *_: None, lambda *_: None, 1, acting(acts), Told, lambda: order.append("all else has ended"))
    assert order == ["with others", "all else has ended", "alone"]


def test_what_goes_wrong_beside_programs_is_raised() -> None:
    def draw() -> None:
        raise OSError("no such font")

    with pytest.raises(OSError, match="no such font"):
        perform([work("only")], lambda *_: None, lambda *_: None, 1, acting({}), Told, draw)


def test_whoever_watches_hears_each_time_which_programs_run() -> None:
    first, second = meets(threading.Barrier(2)), meets(threading.Barrier(2))
    heard = beside(*map(work, "abcd"), cores=4, a=first, b=first, c=second, d=second)
    assert heard[0] == ["a", "b", "c", "d"]
    assert all(set(later) < set(before) for before, later in pairwise(heard))


def test_when_one_breaks_the_others_are_ended_before_the_error_goes_on() -> None:
    ended = []
    both = threading.Barrier(2)

    def wait(stop: threading.Event) -> Run:
        both.wait(LONG)
        assert stop.wait(LONG)
        ended.append("stopped")
        raise StoppedError

    def fail(_: threading.Event) -> Run:
        both.wait(LONG)
        raise OSError("no Python here")

    with pytest.raises(OSError, match="no Python here"):
        schedule(work("waits"), work("fails"), cores=2, waits=wait, fails=fail)
    assert ended == ["stopped"]


def test_an_interruption_ends_the_running_and_starts_no_other() -> None:
    ended = []
    both = threading.Barrier(2)

    def wait(stop: threading.Event) -> Run:
        both.wait(LONG)
        assert stop.wait(LONG)
        ended.append("stopped")
        raise StoppedError

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    def late(_: threading.Event) -> Run:
        ended.append("late")
        return RUN

    works = [work("quick", seconds=3), work("waits", seconds=2), work("later", seconds=1)]
    acts = acting({"quick": meets(both), "waits": wait, "later": late})
    with pytest.raises(KeyboardInterrupt):
        perform(works, interrupt, lambda *_: None, 2, acts, Told)
    assert ended == ["stopped"]


def test_programs_wait_for_each_other_in_a_build_that_may_use_one_processor(tmp_path: Path) -> None:
    pipes = [str(tmp_path / name) for name in "abcd"]
    for pipe in pipes:
        os.mkfifo(pipe)
    works = []
    for own, last in zip(pipes, [*pipes[1:], pipes[0]], strict=True):  # a ring: to open a pipe takes both of its ends
        path = Path(f"{own}.py")
        ends = [f"open({own!r}, 'w')", f"open({last!r})"]
        path.write_text("\n".join(reversed(ends) if own == pipes[0] else ends), encoding="utf-8")
        program = Program(path, path.name, "", Declaration(timeout=60), {}, "")
        works.append(Work(program, building(), path.name))
    endings: list[str] = []
    perform(works, lambda _, run: endings.append(run.ended), lambda *_: None, 1)
    assert endings == ["ok"] * 4


LOADED = """
import sys
import content.engine.site.hooks
ours = {"snippets.engine.runs.schedule", "snippets.engine.process.runner"}
print(*sorted({"pyte", "concurrent.futures", "psutil", *ours} & sys.modules.keys()))
"""


def test_a_build_with_nothing_to_run_loads_nothing_that_runs() -> None:
    loaded = run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout == "\n"
