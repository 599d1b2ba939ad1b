"""A program is run as a real process, and its output kept as a terminal would have shown it."""

import importlib.util
import os
import py_compile
import sys
import threading
import tracemalloc
import venv
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from snippets.engine.process import runner
from snippets.engine.process.machine import CHILD, machine
from snippets.engine.process.run import KEPT
from snippets.engine.process.runner import run
from snippets.engine.process.sampler import Sampler
from snippets.engine.process.session import StoppedError
from snippets.engine.program.interpreters import building, probe
from tests.conftest import Start


def test_a_run_holds_what_was_printed_how_it_ended_and_where(start: Start) -> None:
    one = start("print('hello')")
    assert one.output == "hello\n"
    assert one.ended == "ok"
    assert one.python == building().label
    assert one.machine == machine()


def test_both_streams_come_in_the_order_in_which_they_were_printed(start: Start) -> None:
    one = start("""
        import os, sys
        for number in range(100):
            print(number)
            print(number, "error", file=sys.stderr)
            os.write(1, b"written\\n")
        """)
    assert one.output == "".join(f"{number}\n{number} error\nwritten\n" for number in range(100))


ENDINGS = {
    "pass": "ok",
    "raise SystemExit(3)": "exit 3",
    "1 / 0": "exit 1",
    "def (": "exit 1",
    "import os; os.kill(os.getpid(), 9)": "signal SIGKILL",
    "import os; os.abort()": "signal SIGABRT",
}
if sys.platform == "linux":  # which has signals without a name
    ENDINGS["import os; os.kill(os.getpid(), 63)"] = "signal 63"


@pytest.mark.parametrize("program", ENDINGS)
def test_an_ending_is_told_by_status_or_signal(start: Start, program: str) -> None:
    assert start(program).ended == ENDINGS[program]


def test_a_program_reads_nothing_from_its_input(start: Start) -> None:
    assert start("import sys; print(repr(sys.stdin.read()))").output == "''\n"


def test_a_program_works_in_a_fresh_folder_that_is_its_home_and_is_gone_afterwards(
    start: Start, tmp_path: Path
) -> None:
    program = """
        import os, pathlib, tempfile
        print(os.listdir(), os.getcwd())
        print(os.getcwd() == str(pathlib.Path.home()) == tempfile.gettempdir())
        open("left.txt", "w").close()
        """
    assert start(program).output == start(program).output == "[] ~\nTrue\n"
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_program_leaves_no_compiled_helpers(start: Start, tmp_path: Path) -> None:
    (tmp_path / "lesson" / "helper.py").write_text("", encoding="utf-8")
    start("import helper")
    assert sorted(path.name for path in (tmp_path / "lesson").iterdir()) == ["helper.py", "p.py"]


def test_the_folders_of_this_machine_are_not_shown(start: Start, tmp_path: Path) -> None:
    one = start("""
        import os, sitecustomize, sys, threading
        print(__file__, os.path.dirname(__file__), sys.executable, threading.__file__, os.getcwd() + ".")
        print(sys.path[:2], sitecustomize.__file__)
        """)
    library = os.path.basename(building().library)
    assert one.output.splitlines() == [
        f"lesson/p.py lesson python lib/{library}/threading.py ~.",
        "['lesson', 'child'] child/sitecustomize.py",
    ]
    assert str(tmp_path) not in one.output


def test_the_folder_of_an_environment_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "lesson").mkdir()
    (tmp_path / "lesson" / "p.py").write_text("import sys; print(sys.prefix, sys.path[-1])\n", encoding="utf-8")
    venv.create(tmp_path / "my env")
    python = str(tmp_path / "my env" / "bin" / "python")
    interpreter = probe(python)
    assert interpreter
    assert run(tmp_path / "lesson" / "p.py", interpreter, 60).output == "my env site-packages\n"


def test_what_prepares_programs_is_compiled_once_for_all_of_them(start: Start) -> None:
    compiled = Path(importlib.util.cache_from_source(str(CHILD / "sitecustomize.py")))
    compiled.unlink(missing_ok=True)
    runner.compile_for_programs.cache_clear()
    start("pass")
    made = compiled.stat().st_mtime_ns
    assert start("print('hello')").output == "hello\n"
    assert compiled.stat().st_mtime_ns == made


def test_where_nothing_can_be_written_programs_run_all_the_same(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(py_compile, "compile", refuse)
    runner.compile_for_programs.cache_clear()
    assert start("print('hello')").output == "hello\n"
    runner.compile_for_programs.cache_clear()


def test_a_traceback_names_the_line_that_the_reader_sees(start: Start) -> None:
    assert '\n  File "lesson/p.py", line 2, in <module>\n' in start("print('one')\nprint(1 / 0)\n").output


def test_a_printed_line_leaves_at_once_as_on_a_terminal(start: Start) -> None:
    one = start("""
        import os
        print("before the fork")
        if os.fork() == 0:
            print("child")
            os._exit(0)
        os.wait()
        print("after the fork")
        os._exit(0)
        """)
    assert one.output == "before the fork\nchild\nafter the fork\n"


def test_a_printed_line_leaves_a_spawned_child_at_once_too(start: Start) -> None:
    one = start("""
        import multiprocessing, os
        def work():
            print("child")
            os._exit(0)
        if __name__ == "__main__":
            child = multiprocessing.get_context("spawn").Process(target=work)
            child.start()
            child.join()
        """)
    assert one.output == "child\n"


def test_text_without_a_newline_waits_as_on_a_terminal(start: Start) -> None:
    one = start("""
        import os
        print("one", "two", 3, sep=", ")
        print("no newline", end="")
        os.write(1, b"first\\n")
        """)
    assert one.output == "one, two, 3\nfirst\nno newline"


def test_a_python_that_was_given_no_streams_is_not_disturbed(start: Start) -> None:
    one = start("""
        import os, subprocess, sys
        subprocess.run([sys.executable, "-c", "pass"], preexec_fn=lambda: os.closerange(0, 3))
        subprocess.run([sys.executable, "-c", "pass"], preexec_fn=lambda: os.close(1))
        print("done")
        """)
    assert one.output == "done\n"


def test_all_that_was_printed_before_the_time_out_is_kept(start: Start) -> None:
    one = start(
        """
        import os, time
        print("parent")
        if os.fork() == 0:
            print("child")
            time.sleep(600)
        print("no newline", end="", flush=True)
        os.wait()
        """,
        timeout=2.0,
    )
    assert one.ended == "timeout"
    assert sorted(one.output.replace("no newline", "").split()) == ["child", "parent"]
    assert "no newline" in one.output


def test_a_program_that_prints_for_ever_is_ended_by_its_time_out(start: Start) -> None:
    one = start("while True: print('on and on')", timeout=1.0)
    assert one.ended == "timeout"
    assert "bytes left out" in one.output
    assert len(one.output) < KEPT + 100


def test_a_program_that_closed_its_output_is_followed_to_its_end(start: Start) -> None:
    one = start("""
        import os, sys
        print("the last word")
        os.close(1)
        os.close(2)
        sum(range(5_000_000))
        os._exit(4)
        """)
    assert one.output == "the last word\n"
    assert one.ended == "exit 4"


def test_a_program_that_closed_its_output_is_ended_by_its_time_out(start: Start) -> None:
    one = start("import os, time; os.close(1); os.close(2); time.sleep(600)", timeout=0.5)
    assert one.ended == "timeout"


def test_what_a_child_prints_after_its_parent_has_ended_is_kept(start: Start) -> None:
    one = start("""
        import os
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.close(writing)
            os.read(reading, 1)
            sum(range(5_000_000))
            print("the parent is gone")
        else:
            print("the parent goes")
        """)
    assert one.output == "the parent goes\nthe parent is gone\n"
    assert one.ended == "ok"


def test_a_hash_seed_can_be_given(start: Start) -> None:
    program = "print(hash('a'))"
    assert start(program, hash_seed=1).output == start(program, hash_seed=1).output
    assert start(program, hash_seed=1).output != start(program, hash_seed=2).output


def test_seconds_on_processors_are_those_of_the_program_and_its_children(start: Start) -> None:
    one = start("""
        import os, resource
        if os.fork() == 0:
            sum(range(5_000_000))
            os._exit(0)
        os.wait()
        sum(range(2_000_000))
        both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        print(sum(usage.ru_utime + usage.ru_stime for usage in both))
        """)
    assert one.cpu + 0.001 >= float(one.output)


def test_seconds_on_the_clock_hold_all_that_the_program_took(start: Start) -> None:
    one = start("""
        import time
        begun = time.monotonic()
        sum(range(2_000_000))
        print(time.monotonic() - begun)
        """)
    assert one.seconds + 0.001 >= float(one.output)


def test_no_line_has_a_time_before_it_was_printed(start: Start) -> None:
    one = start("""
        import time
        begun = time.monotonic()
        for _ in range(5):
            print(time.monotonic() - begun)
            time.sleep(0.05)
        """)
    assert [said for said, seen in zip(one.output.split(), one.times, strict=True) if seen + 0.001 < float(said)] == []
    assert one.times[-1] >= 0.2


def test_a_line_has_the_time_at_which_it_came_and_not_that_at_which_the_program_ended(start: Start) -> None:
    one = start("""
        import fcntl, termios, time
        print("one")
        print("two")
        while any(fcntl.ioctl(1, termios.FIONREAD, bytes(4))):
            pass
        print("is read")
        while any(fcntl.ioctl(1, termios.FIONREAD, bytes(4))):
            pass
        time.sleep(0.2)
        print("the end", end="")
        """)
    first, second, third, last = one.times
    assert 0 < first <= second <= third < last <= one.seconds


def test_what_stood_in_the_pipe_at_the_time_out_is_no_later_than_that(start: Start) -> None:
    one = start("while True: print('on and on')", timeout=0.5)
    assert max(one.times) <= one.seconds


def test_fifty_megabytes_of_output_cost_the_builder_no_memory(start: Start) -> None:
    start("print('warm up')")
    tracemalloc.start()
    one = start("""
        print("the first line")
        for _ in range(50):
            print("\\n".join(["x" * 99] * 10_000))
        print("the last line")
        """)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000
    lines = one.output.splitlines()
    assert (lines[0], lines[-1]) == ("the first line", "the last line")
    assert sum("bytes left out" in line for line in lines) == 1
    assert len(one.output) < KEPT + 100


def test_a_python_that_is_gone_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        run(tmp_path / "p.py", replace(building(), path=str(tmp_path / "python")))


# Watched

BUSY = """
    import threading
    def count():
        while True: pass
    threading.Thread(target=count).start()
    """


def test_a_run_is_watched_only_if_that_is_asked_for(start: Start) -> None:
    assert [lane.name for lane in start("print(1)", timeline=True).timeline] == ["main thread"]
    assert start("print(1)").timeline == ()


def test_the_lanes_of_a_run_lie_between_its_begin_and_its_end(start: Start) -> None:
    one = start("import time; time.sleep(0.1); sum(range(3_000_000))", timeline=True)
    [lane] = one.timeline
    assert 0 <= lane.begin < lane.end - 0.1 <= one.seconds - 0.099
    assert 0 < sum(end - begin for begin, end in lane.ran) <= one.cpu + 0.05


def test_a_run_that_is_ended_by_its_time_out_has_lanes_until_then(start: Start) -> None:
    one = start(BUSY, timeout=2.0, timeline=True)
    assert one.ended == "timeout"
    _, counting = one.timeline
    assert 1.9 <= counting.end <= one.seconds + 0.001
    assert counting.ran[-1][1] > 1.0


def test_a_run_that_is_stopped_is_watched_no_longer(start: Start, fifo: Path) -> None:
    stop = threading.Event()
    with ThreadPoolExecutor() as pool:
        running = pool.submit(start, f"open({str(fifo)!r}, 'w').close()\nwhile True: pass", stop=stop, timeline=True)
        fifo.open().close()
        stop.set()
        with pytest.raises(StoppedError):
            running.result()
    assert "sampler" not in [thread.name for thread in threading.enumerate()]


def test_a_run_that_cannot_be_watched_is_a_run_all_the_same(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(runner, "Sampler", partial(Sampler, proc=tmp_path / "none"))
    one = start("print(1)", timeline=True)
    assert (one.output, one.ended, one.timeline) == ("1\n", "ok", ())
