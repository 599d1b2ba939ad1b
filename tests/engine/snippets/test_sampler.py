"""Programs are watched from outside while they run: which thread of which process is on a processor, and when."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import dedent

import pytest

from snippets.engine.process import sampler
from snippets.engine.process.run import Lane, Span
from snippets.engine.process.sampler import Sampler
from snippets.engine.program.interpreters import building

BUSY = """
    import multiprocessing, threading, time
    def busy(seconds=0.3):
        end = time.thread_time() + seconds
        while time.thread_time() < end:
            pass
"""
Watch = Callable[[str], tuple[Lane, ...]]


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    """Run a program that may call `busy()`, which uses 0.3 seconds of a processor, and give its lanes."""

    def watch(program: str) -> tuple[Lane, ...]:
        path = tmp_path / "p.py"
        path.write_text(dedent(BUSY) + dedent(program), encoding="utf-8")
        begun = time.monotonic()
        process = subprocess.Popen([building().path, str(path)])
        with Sampler(process.pid, building().path, begun) as watching:
            assert process.wait(60) == 0
        return watching.lanes()

    return watch


def names(lanes: tuple[Lane, ...]) -> list[str]:
    """What the lanes are called."""
    return [lane.name for lane in lanes]


def used(lane: Lane) -> float:
    """How long it was on a processor."""
    return sum(end - begin for begin, end in lane.ran)


def common(one: Sequence[Span], other: Sequence[Span]) -> float:
    """How long two lanes have in common, in however short stretches."""
    pairs = [(max(a, c), min(b, d)) for a, b in one for c, d in other]
    return sum(end - begin for begin, end in pairs if begin < end)


def awake(lane: Lane) -> list[Span]:
    """When it ran or was ready to: on a busy machine this tells more than when it ran."""
    return [*lane.ran, *lane.ready]


def closely(watch: Watch, program: str) -> tuple[Lane, ...]:
    """The lanes of a program of which all but the first are busy once.

    What a thread does after the last look at it is not seen, and beside other programs that may be much: one of ten
    runs is watched closely enough.
    """
    for _ in range(10):
        lanes = watch(program)
        if min(map(used, lanes[1:])) > 0.27:
            return lanes
    raise AssertionError("none of ten runs was watched to its end")


def test_one_thread_is_busy_and_then_the_other(watch: Watch) -> None:
    lanes = closely(
        watch,
        """
        for _ in range(2):
            thread = threading.Thread(target=busy)
            thread.start()
            thread.join()
        """,
    )
    assert names(lanes) == ["main thread", "thread 2", "thread 3"]
    _, first, second = lanes
    assert used(first) == pytest.approx(0.3, abs=0.03)
    assert used(second) == pytest.approx(0.3, abs=0.03)
    assert first.end <= second.begin
    assert common(first.ran, second.ran) == 0


def test_two_threads_under_the_gil_take_turns(watch: Watch) -> None:
    lanes = closely(
        watch,
        """
        threads = [threading.Thread(target=busy) for _ in range(2)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        """,
    )
    main, *both = lanes
    assert names(lanes) == ["main thread", "thread 2", "thread 3"]
    assert [used(lane) for lane in both] == [pytest.approx(0.3, abs=0.03)] * 2
    assert all(len(lane.ran) > 5 for lane in both)
    there_was = max(lane.end for lane in both) - min(lane.begin for lane in both)
    assert sum(used(lane) for lane in both) <= there_was + 0.03, "together they used one processor at the most"
    assert used(main) < 0.3


def test_two_processes_run_at_once(watch: Watch) -> None:
    # They hand a ball over by looking at it all the time, which goes on only while both are on processors. Beside
    # other programs these are theirs by turns for much of the time, and so are those of who watches: one try shows it.
    program = """
        def play(me, ball):
            for _ in range(100_000):
                while ball.value != me:
                    pass
                ball.value = 1 - me
        context = multiprocessing.get_context("fork")
        ball = context.RawValue("i", 0)
        players = [context.Process(target=play, args=(me, ball)) for me in range(2)]
        for player in players: player.start()
        for player in players: player.join()
        """
    for parent, one, other in (watch(program) for _ in range(10)):
        assert names((parent, one, other)) == ["process 1 (parent)", "process 2", "process 3"]
        if common(one.ran, other.ran) > 0.01:
            return
    raise AssertionError("they never ran at once")


def test_two_busy_processes_are_ready_at_once_on_however_busy_a_machine(watch: Watch) -> None:
    lanes = closely(
        watch,
        """
        processes = [multiprocessing.get_context("fork").Process(target=busy) for _ in range(2)]
        for process in processes: process.start()
        for process in processes: process.join()
        """,
    )
    _, one, other = lanes
    assert [used(one), used(other)] == pytest.approx([0.3, 0.3], abs=0.03)
    assert common(awake(one), awake(other)) > 0.2


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_a_child_has_a_lane_however_it_was_started_and_pythons_own_helpers_have_none(watch: Watch, method: str) -> None:
    lanes = watch(f"""
        if __name__ == "__main__":
            child = multiprocessing.get_context("{method}").Process(target=busy)
            child.start()
            child.join()
            busy(0.1)  # longer than any look is late
        """)
    assert names(lanes) == ["process 1 (parent)", "process 2"]
    assert used(lanes[1]) == pytest.approx(0.3, abs=0.25)  # a spawned one has a start of its own
    assert lanes[0].begin <= lanes[1].begin
    assert lanes[1].end <= lanes[0].end


def test_a_thread_that_sleeps_has_a_lane_that_is_not_filled(watch: Watch) -> None:
    lanes = watch("""
        sleeper = threading.Thread(target=time.sleep, args=(0.3,))
        sleeper.start()
        sleeper.join()
        """)
    assert names(lanes) == ["main thread", "thread 2"]
    assert lanes[1].end - lanes[1].begin > 0.2
    assert used(lanes[1]) < 0.1


@pytest.mark.parametrize(
    ("name", "shown"),
    [("waiter", "waiter"), ("Thread-1 (busy)", "thread 2"), ("ThreadPoolExecutor-0_0", "thread 2")],
)
def test_a_name_that_the_program_gives_to_the_system_is_the_lanes_name(watch: Watch, name: str, shown: str) -> None:
    lanes = watch(f"""
        import pathlib
        def named():
            pathlib.Path(f"/proc/self/task/{{threading.get_native_id()}}/comm").write_text({name!r})
            busy()
        thread = threading.Thread(target=named)
        thread.start()
        thread.join()
        """)
    assert names(lanes) == ["main thread", shown]


def test_another_program_that_is_started_has_its_own_name(watch: Watch) -> None:
    lanes = watch("import subprocess; subprocess.run(['sleep', '0.2'])")
    assert names(lanes) == ["process 1 (parent)", "process 2, sleep"]


def test_only_so_many_threads_are_watched(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampler, "MOST", 3)
    lanes = watch("""
        threads = [threading.Thread(target=busy, args=(0.05,)) for _ in range(6)]
        for thread in threads: thread.start()
        """)
    assert len(lanes) == 3


def test_watching_leaves_no_file_open_and_no_thread_behind(watch: Watch) -> None:
    before = len(os.listdir("/proc/self/fd")), threading.active_count()
    assert watch("threading.Thread(target=busy, args=(0.05,)).start()")
    assert (len(os.listdir("/proc/self/fd")), threading.active_count()) == before


def test_a_program_that_is_over_before_the_first_look_has_no_lanes() -> None:
    over = subprocess.Popen([sys.executable, "-c", ""])
    over.wait()
    with Sampler(over.pid, sys.executable, time.monotonic()) as watching:
        pass
    assert watching.lanes() == ()


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    """A made-up /proc with one process, number 7, whose one thread has used a millisecond and sleeps."""
    task = tmp_path / "7" / "task" / "7"
    task.mkdir(parents=True)
    (tmp_path / "7" / "cmdline").write_bytes(b"/usr/bin/python\0p.py\0")
    (task / "stat").write_text("7 (python) S 1 7 7\n", encoding="utf-8")
    (task / "schedstat").write_text("1000000 0 1\n", encoding="utf-8")
    (task / "children").write_text("", encoding="utf-8")
    return tmp_path


def seen_in(proc: Path) -> tuple[Lane, ...]:
    """The lanes of process 7, at which there is at least one look."""
    with Sampler(7, "/usr/bin/python", time.monotonic() - 1.0, proc) as watching:
        pass
    return watching.lanes()


def test_what_the_system_counts_is_read_below_proc(proc: Path) -> None:
    [lane] = seen_in(proc)
    assert lane.name == "main thread"
    assert used(lane) == pytest.approx(0.001)


@pytest.mark.parametrize("missing", ["schedstat", "stat", "children"])
def test_where_the_system_does_not_count_there_are_no_lanes(proc: Path, missing: str) -> None:
    (proc / "7" / "task" / "7" / missing).unlink()
    assert seen_in(proc) == ()


@pytest.mark.parametrize("counted", ["0 0 0", "", "much"])
def test_where_the_count_says_nothing_there_are_no_lanes(proc: Path, counted: str) -> None:
    (proc / "7" / "task" / "7" / "schedstat").write_text(counted, encoding="utf-8")
    assert seen_in(proc) == ()


def test_where_there_is_no_proc_there_are_no_lanes(tmp_path: Path) -> None:
    assert seen_in(tmp_path / "none") == ()


def test_what_is_told_only_in_part_is_not_shown(proc: Path) -> None:
    (proc / "8" / "task" / "8").mkdir(parents=True)
    (proc / "8" / "cmdline").write_bytes(b"")
    (proc / "7" / "task" / "7" / "children").write_text("8 ", encoding="utf-8")
    assert seen_in(proc) == ()


def test_a_name_may_hold_what_parts_names_from_the_rest(proc: Path) -> None:
    (proc / "7" / "task" / "7" / "stat").write_text("7 (a) R (b) S 1 7 7\n", encoding="utf-8")
    assert names(seen_in(proc)) == ["a) R (b"]


def test_a_child_that_has_ended_already_does_no_harm(proc: Path) -> None:
    (proc / "7" / "task" / "7" / "children").write_text("8 9 ", encoding="utf-8")
    assert names(seen_in(proc)) == ["main thread"]
