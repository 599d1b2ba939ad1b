"""Nothing runs twice and nothing is stale: programs and their runs, from memory, from the cache, or made now."""

import errno
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import psutil
import pytest

from snippets.engine.program.interpreters import building
from snippets.engine.program.problem import ProblemError
from snippets.engine.runs import cache
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.library import RULE, Library, library_of
from snippets.engine.runs.record import HAS
from tests.support.signals import usual_signals
from tests.support.site import ROOT, Built
from tests.support.tiny import build as build_tiny
from tests.support.tiny import copy, processes


class Course:
    """A course of one lesson whose programs count how often they ran."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "snippets" / "lesson"
        self.kept = root / ".cache" / "runs"
        self.folder.mkdir(parents=True)

    def write(self, name: str, text: str) -> None:
        """Write a file of the lesson as it is."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def add(self, name: str, text: str, *declarations: str) -> str:
        """Write a program that counts its runs; give its name in a library."""
        block = "\n".join(["# /// run", *(f"# {line}" for line in declarations), "# ///"])
        self.write(
            f"{name}.py", f"with open({str(self._log(name))!r}, 'a') as log: log.write('!')\n{text}\n\n{block}\n"
        )
        return f"lesson/{name}.py"

    def ran(self, name: str = "p") -> int:
        """How often a program ran."""
        return len(self._log(name).read_text(encoding="utf-8")) if self._log(name).exists() else 0

    def library(self) -> Library:
        """A library that remembers nothing, as that of the next build; the cache is the same."""
        return Library(self.root / "snippets", Cache(self.kept))

    def output(self, name: str = "p") -> str:
        """What a program prints in the next build."""
        return self.library().record(f"lesson/{name}.py").runs[0].output

    def files(self) -> list[str]:
        """What stands in the cache besides the times, by kind."""
        return sorted(path.suffix for path in self.kept.iterdir() if path.name != "times.json")

    def _log(self, name: str) -> Path:
        return self.root / f"{name}.log"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path / "course")


def test_its_names_are_those_of_programs_and_not_of_helpers_or_exercises(course: Course) -> None:
    for name in ("b.py", "a.py", "_helper.py", "notes.txt"):
        course.write(name, "")
    for folder in ("exercise_x", "__pycache__"):
        (course.folder / folder).mkdir()
        (course.folder / folder / "c.py").write_text("", encoding="utf-8")
    (course.root / "snippets" / "_child").mkdir()
    (course.root / "snippets" / "_child" / "d.py").write_text("", encoding="utf-8")
    (course.root / "snippets" / "runner.py").write_text("", encoding="utf-8")
    assert course.library().names() == ["lesson/a.py", "lesson/b.py"]


@pytest.mark.parametrize("name", ["lesson/01_x.py", "lesson/Upper-Case.py", "lesson/fäden.2.py", "2-Locks/p.py"])
def test_a_program_may_be_called_what_python_can_run(course: Course, name: str) -> None:
    path = course.root / "snippets" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("print(__name__)\n", encoding="utf-8")
    assert course.library().names() == [name]
    assert course.library().record(name).runs[0].output == "__main__\n"


def test_a_name_that_no_fence_could_give_is_refused_with_the_rule(course: Course) -> None:
    course.write("two words.py", "")
    with pytest.raises(LookupError) as caught:
        course.library().program("lesson/two words.py")
    assert caught.value.args[0] == f"No program can be called snippets/lesson/two words.py. {RULE}"


@pytest.mark.parametrize(
    "name",
    ["lesson/helo.py", "hello.py", "lesson/../lesson/hello.py", "/lesson/hello.py", "lesson/_helper.py", "lesson", ""],
)
def test_a_name_that_no_program_has_is_refused_with_the_near_names(course: Course, name: str) -> None:
    course.write("hello.py", "")
    course.write("_helper.py", "")
    with pytest.raises(LookupError) as caught:
        course.library().program(name)
    advice = "Did you mean lesson/hello.py?" if "hel" in name and name[0] != "/" else ""
    assert caught.value.args[0].startswith(f"There is no program snippets/{name}. {advice}")


def test_a_record_holds_the_program_and_its_run_on_the_building_python(course: Course) -> None:
    name = course.add("p", "print('hello')")
    record = course.library().record(name)
    assert record.program == course.library().program(name)
    assert [edition.python for edition in record.editions] == [building().label]
    assert [run.output for run in record.runs] == ["hello\n"]
    assert record.problem() is None


def test_a_program_runs_once_in_a_build_however_often_it_is_asked_for(course: Course) -> None:
    name = course.add("p", "print(1)")
    build = course.library()
    build.prepare([name, name])
    build.prepare([name])
    assert build.record(name) == build.record(name)
    assert course.ran() == 1


def test_a_program_runs_once_in_all_builds_together(course: Course) -> None:
    name = course.add("p", "import time\nprint(time.time_ns())")
    assert course.library().record(name) == course.library().record(name)
    assert course.ran() == 1


EDITS = {
    "program": ("p.py", "from _near import x\nprint('edited:', x)\nprint(open(__file__[:-4] + 'stock.csv').read())"),
    "helper": ("_near.py", "x = 'edited'"),
    "helper two imports away": ("_far.py", "x = 'edited'"),
    "data": ("stock.csv", "edited"),
}


@pytest.mark.parametrize("what", EDITS)
def test_an_edited_file_is_seen_in_the_next_build_and_in_the_next_of_the_same_server(course: Course, what: str) -> None:
    course.write("_near.py", "from _far import x")
    course.write("_far.py", "x = 'first'")
    course.write("stock.csv", "stock")
    text = "from _near import x\nprint('x is', x)\nprint(open(__file__[:-4] + 'stock.csv').read())"
    name = course.add("p", text, 'files = ["stock.csv"]')
    server = course.library()
    assert server.record(name).runs[0].output == course.output() == "x is first\nstock\n"
    assert course.ran() == 1
    before = (course.folder / EDITS[what][0]).read_text(encoding="utf-8")
    course.write(*EDITS[what])
    assert "edited" in server.record(name).runs[0].output
    assert "edited" in course.output()
    course.write(EDITS[what][0], before)
    assert server.record(name).runs[0].output == course.output() == "x is first\nstock\n"
    assert course.ran() == (1 if what == "program" else 2)


def test_a_changed_declaration_is_a_run_of_its_own(course: Course) -> None:
    course.add("p", "print(1)", "timeout = 5")
    course.output()
    course.add("p", "print(1)", "timeout = 6")
    course.output()
    assert course.ran() == 2


def test_a_file_that_a_program_does_not_use_runs_nothing(course: Course) -> None:
    course.add("p", "print(1)")
    course.output()
    course.write("_other.py", "")
    course.write("q.py", "")
    course.write("notes.csv", "")
    course.output()
    assert course.ran() == 1


def test_another_environment_is_a_run_of_its_own(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.add("p", "import os\nprint(os.environ.get('LD_LIBRARY_PATH'))")
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    assert course.output() == "None\n"
    monkeypatch.setenv("LD_LIBRARY_PATH", str(course.root))
    assert course.output() == f"{course.root}\n"
    monkeypatch.setenv("SECRET", "1")
    course.output()
    assert course.ran() == 2


def test_a_new_schema_of_the_runner_is_a_run_of_its_own(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.add("p", "print(1)")
    course.output()
    monkeypatch.setattr(cache, "RUNNER", "another")
    course.output()
    assert course.ran() == 2


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Python of the future: this one, behind a script that says so; it reads what to say from a file beside it."""
    path = tmp_path / "python3.98"
    path.write_text(
        f'#!/bin/sh\nif [ "$1" = -I ]; then cat {path}.json; else exec {sys.executable} "$@"; fi\n', encoding="utf-8"
    )
    path.chmod(0o755)
    says(path, "3.98.0", monkeypatch)
    return path


def says(path: Path, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the Python of the future be of a certain version."""
    future = replace(building(), path=str(path), version=version, build=version, free_threaded=False)
    Path(f"{path}.json").write_text(json.dumps(asdict(future)), encoding="utf-8")
    answers = (replace(building(), free_threaded=False), future)  # the tests know of no other
    monkeypatch.setattr("snippets.engine.program.interpreters.installed", lambda: answers)


def test_each_python_that_a_program_asks_for_makes_an_edition_and_a_missing_one_is_told(
    course: Course, newer: Path
) -> None:
    wishes = '["3.98", "3.97", "free-threaded", ">=3.99", ">=3.99 free-threaded", "<3.5"]'
    record = course.library().record(course.add("p", "print('hello')", f"python = {wishes}"))
    assert newer.exists()
    assert [(edition.python, len(edition.runs), edition.absent, edition.get) for edition in record.editions] == [
        ("3.98.0", 1, "", ""),
        ("3.97", 0, "Python 3.97", "3.97"),
        ("free-threaded", 0, "free-threaded Python", "3.14t"),
        (">=3.99", 0, "Python 3.99 or newer", "3.99"),
        (">=3.99 free-threaded", 0, "free-threaded Python 3.99 or newer", "3.99t"),
        ("<3.5", 0, "Python <3.5", "3.5"),
    ]
    assert record.runs[0].output == "hello\n"
    assert record.runs[0].python == "3.98.0"


def test_all_that_is_missing_is_told_in_one_line_and_how_to_have_it_in_another(course: Course) -> None:
    record = course.library().record(course.add("p", "print(1)", 'python = ["3.97", ">=3.99 free-threaded"]'))
    assert record.absent == "Not shown here: Python 3.97, free-threaded Python 3.99 or newer"
    how = "uv python install 3.97 3.99t, or name paths in COURSE_PYTHONS, and build again."
    assert record.how_to_get == f"This build found no such Python. To have it: {how}"


def test_another_interpreter_is_a_run_of_its_own(course: Course, newer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = course.add("p", "print('hello')", 'python = [">=3.98"]')
    for _ in range(2):
        assert [run.python for run in course.library().record(name).runs] == ["3.98.0"]
    says(newer, "3.98.1", monkeypatch)
    for _ in range(2):
        assert [run.python for run in course.library().record(name).runs] == ["3.98.1"]
    assert course.ran() == 2


def test_a_program_that_needs_what_this_machine_has_not_is_not_run(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(HAS, "proc", False)
    record = course.library().record(course.add("p", "print(1)", 'needs = ["fork", "proc"]'))
    assert record.runs == []
    assert record.absent == "Not shown here: its run, since this machine has no proc"
    assert record.how_to_get == ""
    assert course.ran() == 0


def test_output_that_varies_is_run_as_often_as_declared_and_kept_together(course: Course) -> None:
    text = "import time\nprint(time.time_ns())"
    name = course.add("p", text, 'output = "varies"', 'because = "time flies"', "runs = 3")
    runs = course.library().record(name).runs
    assert len({run.output for run in runs}) == 3
    assert course.library().record(name).runs == runs
    assert course.ran() == 3


def test_a_run_that_ended_as_declared_is_kept_however_bad_it_is(course: Course) -> None:
    name = course.add("p", "print('out')\nraise SystemExit(3)", 'ends = "exit 3"')
    assert course.library().record(name).problem() is None
    course.output()
    assert course.ran() == 1


def test_a_run_that_ended_as_declared_for_its_python_is_kept(course: Course) -> None:
    name = course.add("p", "raise SystemExit(3)", 'ends = { "<3.11" = "ok", ">=3.11" = "exit 3" }')
    assert course.library().record(name).problem() is None
    course.output()
    assert course.ran() == 1


def test_a_program_runs_again_until_it_shows_what_it_has_to(course: Course) -> None:
    counting = f"with open({str(course.root / 'p.log')!r}) as log: print('tries:', len(log.read()))"
    name = course.add("p", counting, 'shows = "tries >= 3"')
    [one] = course.library().record(name).runs
    assert (one.output, one.tries, one.is_shown) == ("tries: 3\n", 3, True)
    [kept] = course.library().record(name).runs
    assert (kept, course.ran()) == (one, 3)


def test_a_run_that_does_not_show_it_is_kept_with_the_load(course: Course) -> None:
    name = course.add("p", "print('one: 1')", 'shows = "one > 1"')
    [one] = course.library().record(name).runs
    assert (one.is_shown, one.load >= 0, course.ran()) == (False, True, 4)
    assert course.library().record(name).unshown[0].startswith("This machine was too busy to show it: one > 1 did not")
    assert course.ran() == 4


def test_a_run_that_failed_unexpectedly_is_told_with_its_last_lines(course: Course) -> None:
    name = course.add("p", "print(*range(20), sep='\\n')\nraise SystemExit(3)")
    lines = "".join(f"\n    {number}" for number in range(12, 20))
    assert str(course.library().record(name).problem()) == (
        f"snippets/lesson/p.py:1: It ended with 'exit 3' on Python {building().label} and declares 'ok'."
        f" Mend it, or declare it. It printed:{lines}"
    )


def test_a_silent_failure_is_told_too(course: Course) -> None:
    name = course.add("p", "pass", 'ends = "timeout"')
    problem = course.library().record(name).problem()
    assert problem is not None
    assert problem.do == "Mend it, or declare it. It printed: nothing."


def test_a_run_that_failed_unexpectedly_is_shown_by_this_build_and_made_again_by_the_next(course: Course) -> None:
    name = course.add("p", "raise SystemExit(3)")
    build = course.library()
    build.prepare([name])
    assert [run.ended for run in build.record(name).runs] == ["exit 3"]
    assert course.ran() == 1
    course.library().record(name)
    assert course.ran() == 2
    assert course.files() == []


def test_of_several_runs_none_is_kept_if_one_failed(course: Course) -> None:
    fails_once = (
        "import os, sys\nif not os.path.exists(mark := __file__ + '.mark'):\n    open(mark, 'w')\n    sys.exit(3)"
    )
    name = course.add("p", fails_once, 'output = "varies"', 'because = "it fails"', "runs = 3")
    course.library().record(name)
    assert course.files() == []
    course.library().record(name)
    assert course.ran() == 6
    assert course.files() == [".json"]


def test_a_program_that_is_edited_while_it_runs_is_not_kept_and_not_an_error(course: Course) -> None:
    text = "import os\nprint('old')\nif not os.path.exists('/nowhere'):\n    open(__file__, 'a').write('# edited\\n')"
    name = course.add("p", text)
    server = course.library()
    assert server.record(name).runs[0].output == "old\n"
    assert course.files() == []
    before = (course.folder / "p.py").read_text(encoding="utf-8").replace("# edited\n", "")
    course.write("p.py", before.replace("/nowhere", "/"))
    assert server.record(name).runs[0].output == "old\n"
    assert course.ran() == 2
    assert course.files() == [".json"]


def test_a_program_that_is_removed_while_it_runs_is_no_error(course: Course) -> None:
    name = course.add("p", "import os\nos.remove(__file__)\nprint('gone')")
    assert course.library().record(name).runs[0].output == "gone\n"
    assert course.files() == []


def test_the_longest_by_the_last_known_time_start_first_and_new_ones_before_them(course: Course) -> None:
    names = [course.add(name, "print(1)") for name in ("short", "long", "new")]
    build = course.library()
    build.cache.put_times({"lesson/short.py": (0.5, 0.5), "lesson/long.py": (2.0, 2.0)})
    begun: list[str] = []

    def watch(_done: int, _total: int, running: Sequence[str]) -> None:
        begun.extend(name.partition(" ")[0] for name in running)

    build.prepare(names, watch, cores=1)
    assert list(dict.fromkeys(begun)) == ["lesson/new.py", "lesson/long.py", "lesson/short.py"]
    assert set(build.cache.times()) == set(names)


def test_programs_that_mostly_waited_run_beside_each_other_and_alone_ones_do_not(course: Course) -> None:
    waiting = [course.add(name, "print(1)") for name in ("a", "b", "c")]
    alone = [course.add("d", "print(1)", "alone = true"), course.add("e", "print(1)", "timeline = true")]
    build = course.library()
    build.cache.put_times(dict.fromkeys([*waiting, *alone], (10.0, 0.1)))
    beside: list[int] = []
    build.prepare([*waiting, *alone], lambda _done, _total, running: beside.append(len(running)), cores=1)
    assert beside[0] == 3
    assert beside[-2:] == [1, 1]


def test_a_program_is_watched_if_it_declares_so_and_its_lanes_are_kept(course: Course) -> None:
    watched = course.add("p", "print(1)", "timeline = true")
    [run] = course.library().record(watched).runs
    assert [lane.name for lane in run.timeline] == ["main thread"]
    assert course.library().record(watched).runs == [run]
    assert course.library().record(course.add("q", "print(1)")).runs[0].timeline == ()


def test_progress_counts_the_runs_that_are_made_and_not_those_that_are_kept(course: Course) -> None:
    names = [course.add("p", "print(1)"), course.add("q", "print(1)")]
    course.library().prepare(names[:1])
    heard: list[tuple[int, int]] = []
    course.library().prepare(names, lambda done, total, _: heard.append((done, total)))
    assert heard[0] == (0, 1)
    assert {total for _, total in heard} == {1}


def test_a_run_is_kept_until_it_is_forgotten(course: Course) -> None:
    name = course.add("p", "print(1)")
    build = course.library()
    assert not build.is_kept(name)
    build.prepare([name])
    assert build.is_kept(name)
    assert course.library().is_kept(name)
    build.forget([name])
    assert not build.is_kept(name)
    assert not course.library().is_kept(name)


@pytest.mark.parametrize(
    "text", ["", '{"runs": [', '{"runs": [{}]}', "\0"], ids=["empty", "truncated", "foreign", "zeros"]
)
def test_a_broken_kept_run_is_made_again_and_replaced(course: Course, text: str) -> None:
    course.add("p", "print('hello')")
    course.output()
    for path in course.kept.iterdir():
        path.write_text(text, encoding="utf-8")
        path.chmod(0o400)
    assert course.output() == course.output() == "hello\n"
    assert course.ran() == 2


def test_where_nothing_can_be_kept_the_runs_are_shown_and_one_line_says_so(course: Course) -> None:
    names = [course.add("p", "print('hello')"), course.add("q", "print('hello')")]
    course.kept.parent.write_text("a file in the folder's place", encoding="utf-8")
    build = course.library()
    build.prepare(names)
    assert [build.record(name).runs[0].output for name in names] == ["hello\n", "hello\n"]
    assert build.warnings == [f"Runs cannot be kept in {course.kept}: Not a directory. The next build runs them again."]
    assert (course.ran("p"), course.ran("q")) == (1, 1)


BUILD = """
import resource, sys
from pathlib import Path
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.library import Library
root = Path(sys.argv[1])
if len(sys.argv) > 2:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
library = Library(root / "snippets", Cache(root / ".cache" / "runs"))
library.prepare(library.names())
for name in library.names():
    print(library.record(name).runs[0].output, end="")
print("warnings:", *library.warnings, sep="\\n")
"""


def build(course: Course, *more: str) -> subprocess.Popen[str]:
    """Begin to build a course in a process group of its own, as a shell does."""
    temporary = course.root / "temporary"
    temporary.mkdir(exist_ok=True)
    with usual_signals():
        return subprocess.Popen(
            [sys.executable, "-c", BUILD, str(course.root), *more],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(temporary)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> str:
    """A disk that has no room for a program's folder; gives what the system says then."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "mkdtemp", fail)
    return os.strerror(errno.ENOSPC)


def test_a_disk_too_full_for_a_programs_folder_is_one_line_with_advice(course: Course, full: str) -> None:
    name = course.add("p", "print('hello')")
    with pytest.raises(ProblemError) as raised:
        course.library().record(name)
    assert str(raised.value) == (
        f"snippets/lesson/p.py:1: It cannot be run: [Errno {errno.ENOSPC}] {full}. "
        f"It needs {building().path} and room in {tempfile.gettempdir()}; TMPDIR names another folder."
    )


def test_on_a_full_disk_the_runs_are_shown_and_one_line_says_so(course: Course) -> None:
    course.write("p.py", "print('hello')\n")
    output, errors = build(course, "10").communicate(timeout=60)
    assert output.splitlines() == [
        "hello",
        "warnings:",
        f"Runs cannot be kept in {course.kept}: File too large. The next build runs them again.",
    ]
    assert errors == ""
    assert list(course.kept.iterdir()) == []


class Pipes:
    """Two named pipes by which programs say that they run, and wait until they may go on."""

    def __init__(self, root: Path) -> None:
        self.names = [str(root / name) for name in ("running", "go")]
        self._ends = []
        for name in self.names:
            os.mkfifo(name)
            self._ends.append(os.open(name, os.O_RDWR))

    def wait_for(self, programs: int) -> None:
        """Wait until so many programs have said that they run."""
        for _ in range(programs):
            assert os.read(self._ends[0], 1) == b"!"

    def release(self, programs: int) -> None:
        """Let so many programs go on."""
        os.write(self._ends[1], b"!" * programs)

    def close(self) -> None:
        """Close the ends of the test."""
        for end in self._ends:
            os.close(end)

    @property
    def announce(self) -> str:
        """A line of a program that says that it runs."""
        return f"with open({self.names[0]!r}, 'w') as running: running.write('!')\n"

    @property
    def wait(self) -> str:
        """A line of a program that waits until it may go on."""
        return f"with open({self.names[1]!r}, 'rb', 0) as go: go.read(1)\n"


@pytest.fixture
def pipes(course: Course) -> Iterator[Pipes]:
    pipes = Pipes(course.root)
    yield pipes
    pipes.close()


def test_two_builds_at_once_share_the_cache_without_harm(course: Course, pipes: Pipes) -> None:
    course.add("p", f"{pipes.announce}{pipes.wait}print('hello')")
    builds = [build(course), build(course)]
    pipes.wait_for(2)
    pipes.release(2)
    ended = [one.communicate(timeout=60) for one in builds]
    assert ended == [("hello\nwarnings:\n", "")] * 2
    assert course.ran() == 2
    assert course.files() == [".json"]
    assert course.output() == "hello\n"
    assert course.ran() == 2


def test_two_builds_at_once_show_the_same_run(course: Course, pipes: Pipes) -> None:
    course.add("p", f"import os\n{pipes.announce}{pipes.wait}print(os.getpid())")
    builds = [build(course), build(course)]
    pipes.wait_for(2)
    pipes.release(2)
    first, second = (one.communicate(timeout=60)[0] for one in builds)
    assert first == second != ""
    assert course.ran() == 2
    assert f"{course.output()}warnings:\n" == first


HANG = """
import os, subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", __file__], start_new_session=True)
os.fork()
{announce}
time.sleep(600)
"""


@pytest.mark.parametrize("signals", [1, 2], ids=["once", "twice"])
@pytest.mark.parametrize("declared", [[], ["alone = true"]], ids=["beside others", "alone"])
def test_an_interrupted_build_leaves_no_process_no_half_written_file_and_what_was_kept(
    course: Course, pipes: Pipes, declared: list[str], signals: int
) -> None:
    course.add("a", "print('hello')")
    course.library().record("lesson/a.py")
    for name in ("b", "c"):
        course.add(name, HANG.format(announce=pipes.announce), "timeout = 600", *declared)
    one = build(course)
    pipes.wait_for(2)
    assert len(processes(str(course.root))) >= 4
    for _ in range(signals):
        os.killpg(one.pid, signal.SIGINT)
    output, errors = one.communicate(timeout=60)
    assert one.returncode == -signal.SIGINT
    assert output == ""
    assert "KeyboardInterrupt" in errors
    assert processes(str(course.root)) == []
    assert list((course.root / "temporary").iterdir()) == []
    assert course.files() == [".json"]
    assert course.output("a") == "hello\n"
    assert course.ran("a") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_build_that_is_told_to_end_ends_its_programs_first(
    course: Course, pipes: Pipes, number: signal.Signals
) -> None:
    for name in ("b", "c"):
        course.add(name, HANG.format(announce=pipes.announce), "timeout = 600")
    one = build(course)
    pipes.wait_for(2)
    one.send_signal(number)
    _, errors = one.communicate(timeout=60)
    assert one.returncode == -number
    assert errors == ""
    assert processes(str(course.root)) == []
    assert list((course.root / "temporary").iterdir()) == []


@pytest.mark.parametrize("declared", [[], ["alone = true"]], ids=["beside others", "alone"])
def test_a_build_that_is_killed_leaves_no_process_and_no_folder(
    course: Course, pipes: Pipes, declared: list[str]
) -> None:
    course.add("b", HANG.format(announce=pipes.announce), "timeout = 600", *declared)
    one = build(course)
    pipes.wait_for(2)
    left = {process.pid: process for process in psutil.Process(one.pid).children(recursive=True)}
    assert len(left) == 3 + 1  # the program, its copy, what it started in a session of its own; and the guardian
    assert len([path for path in (course.root / "temporary").iterdir() if path.is_dir()]) == 1
    one.kill()
    output, errors = one.communicate(timeout=60)  # the guardian holds that pipe, until all is done
    assert (one.returncode, output, errors) == (-signal.SIGKILL, "", "")
    assert processes(str(course.root)) == []
    psutil.wait_procs(left.values(), timeout=60)
    assert [process for process in left.values() if is_alive(process)] == []
    assert list((course.root / "temporary").iterdir()) == []


def is_alive(process: psutil.Process) -> bool:
    """Whether a process goes on; one of which only the exit status is left does not."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def test_a_build_that_is_interrupted_keeps_the_runs_that_it_had_made(course: Course, pipes: Pipes) -> None:
    course.add("quick", "print('hello')")
    course.add("slow", HANG.format(announce=pipes.announce), "timeout = 600", "alone = true")
    one = build(course)
    pipes.wait_for(2)
    os.killpg(one.pid, signal.SIGINT)
    one.communicate(timeout=60)
    assert processes(str(course.root)) == []
    assert course.output("quick") == "hello\n"
    assert course.ran("quick") == 1


def kept_runs(root: Path) -> dict[str, int]:
    """The kept runs of a course: files that another run would replace."""
    files = (root / ".cache" / "runs").glob("*.json")
    return {path.name: path.stat().st_ino for path in files if path.read_bytes().startswith(b'{"runs"')}


def test_an_edit_of_prose_runs_nothing(tiny: Built, tmp_path: Path) -> None:
    root = copy(tiny.root, tmp_path)
    before = kept_runs(root)
    assert len(before) == len(tiny.library.names())
    for page in ("content/index.md", "content/lessons/starting.md", "slides/decks/starting.md"):
        text = (root / page).read_text(encoding="utf-8")
        (root / page).write_text(text.replace("Starting", "Beginning"), encoding="utf-8")
    assert build_tiny(root, tmp_path / "site").status == 0
    for page in ("index.html", "lessons/starting/index.html", "slides/starting/index.html"):
        assert "Beginning" in (tmp_path / "site" / page).read_text(encoding="utf-8")
    assert kept_runs(root) == before


def test_a_build_sweeps_the_runs_that_nobody_used_for_a_month(tiny: Built, tmp_path: Path) -> None:
    root = copy(tiny.root, tmp_path)
    before = kept_runs(root)
    unused = [root / ".cache" / "runs" / name for name in ("old.json", "killed.part")]
    for path in unused:
        path.write_text("", encoding="utf-8")
        os.utime(path, (0, 0))
    build_tiny(root, tmp_path / "site")
    assert [path for path in unused if path.exists()] == []
    assert kept_runs(root) == before


def test_page_and_deck_share_one_library(tmp_path: Path) -> None:
    assert library_of(tmp_path) is library_of(tmp_path)
    assert library_of(tmp_path).folder == tmp_path / "snippets"
    assert library_of(tmp_path).cache.folder == tmp_path / ".cache" / "runs"


def test_all_of_a_build_shows_one_run_of_a_program_even_if_it_is_edited_meanwhile(course: Course) -> None:
    name = course.add("p", "print('before')")
    held = course.library()
    held.hold()
    assert held.record(name).runs[0].output == "before\n"
    course.add("p", "print('after')")
    assert held.record(name).runs[0].output == "before\n"
    held.release()
    assert held.record(name).runs[0].output == "after\n"


def test_programs_run_also_where_the_builder_was_told_to_ignore_the_end_of_its_children(course: Course) -> None:
    course.add("p", "print('hello')")
    ignoring = f"import signal\nsignal.signal(signal.SIGCHLD, signal.SIG_IGN)\n{BUILD}"
    command = [sys.executable, "-c", ignoring, str(course.root)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (built.returncode, built.stdout, built.stderr) == (0, "hello\nwarnings:\n", "")
