"""Runs are kept by all that they depend on."""

import errno
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from snippets.engine.process.run import Lane, Run
from snippets.engine.program.interpreters import building
from snippets.engine.program.program import read
from snippets.engine.runs import cache
from snippets.engine.runs.cache import UNUSED, Cache, key
from tests.support.site import ROOT

LANE = Lane("main thread", 0.0, 0.25, ((0.0, 0.125), (0.1875, 0.25)), ((0.125, 0.15),))
RUN = Run("hello\nyou\n", "ok", 0.25, 0.125, "3.11.0", "Linux x86_64, 2 cores", (0.0, 0.0625), (LANE,))
BLOCK = '# /// run\n# files = ["stock.csv"]\n# timeout = 5\n# ///\n'


class Lesson:
    """A program with everything that its run may depend on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "snippets" / "lesson"
        self.folder.mkdir(parents=True)
        self.write("p.py", f"import _near\nprint(_near)\n\n{BLOCK}")
        self.write("_near.py", "import _far\n")
        self.write("_far.py", "x = 1\n")
        self.write("_other.py", "x = 1\n")
        self.write("stock.csv", "1\n")
        self.write("other.csv", "1\n")

    def write(self, name: str, text: str) -> None:
        """Write a file of the lesson."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def key(self, name: str = "p.py") -> str:
        """The key of the program's run on the Python that builds."""
        return key(read(self.folder.parent, f"lesson/{name}"), building())


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return Lesson(tmp_path)


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    """A cache that keeps one run, under the key `k`."""
    kept = Cache(tmp_path / ".cache" / "runs")
    kept.put("k", (RUN,))
    return kept


def test_a_key_is_the_same_each_time_in_another_course_too(lesson: Lesson, tmp_path: Path) -> None:
    assert lesson.key() == lesson.key() == Lesson(tmp_path / "another").key()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.py", f"import _near\nprint(_near) # edited\n\n{BLOCK}"),
        ("p.py", f"import _near\nprint(_near)\n\n{BLOCK.replace('5', '6')}"),
        ("_near.py", "import _far # edited\n"),
        ("_far.py", "x = 2\n"),
        ("stock.csv", "2\n"),
    ],
    ids=["program", "declaration", "helper", "helper two imports away", "data"],
)
def test_a_key_changes_with_each_file_that_the_run_depends_on(lesson: Lesson, name: str, text: str) -> None:
    before = lesson.key()
    lesson.write(name, text)
    assert lesson.key() != before


@pytest.mark.parametrize(
    "line", ['args = ["{}"]', 'stdin = "{}"', 'env = {{ A = "{}" }}', 'flags = ["-X", "{}"]', 'interrupt = "{}"']
)
def test_a_key_changes_with_all_that_a_program_is_given(lesson: Lesson, line: str) -> None:
    keys = set()
    for value in ("dev", "utf8"):
        given = f"# {line.format(value)}\n# timeout"
        lesson.write("p.py", "print(1)\n\n" + BLOCK.replace("# timeout", given))
        keys.add(lesson.key())
    assert len(keys) == 2


@pytest.mark.parametrize("name", ["_other.py", "other.csv", "new.py"])
def test_a_key_stays_when_another_file_changes(lesson: Lesson, name: str) -> None:
    before = lesson.key()
    lesson.write(name, "2\n")
    assert lesson.key() == before


def test_a_key_tells_a_helper_that_moved_its_text_to_another(lesson: Lesson) -> None:
    lesson.write("p.py", "import _a, _b\n")
    lesson.write("_a.py", "x = 1\n")
    lesson.write("_b.py", "x = 2\n")
    before = lesson.key()
    lesson.write("_a.py", "x = 2\n")
    lesson.write("_b.py", "x = 1\n")
    assert lesson.key() != before


def test_the_same_text_under_another_name_has_another_key(lesson: Lesson) -> None:
    lesson.write("q.py", (lesson.folder / "p.py").read_text(encoding="utf-8"))
    assert lesson.key("q.py") != lesson.key("p.py")


@pytest.mark.parametrize(
    "changed",
    [
        {"path": f"{building().path}-debug"},
        {"build": building().build + " (another)"},
        {"free_threaded": not building().free_threaded},
    ],
    ids=["path", "version and build", "without GIL"],
)
def test_a_key_changes_with_the_interpreter(lesson: Lesson, changed: dict[str, Any]) -> None:
    program = read(lesson.folder.parent, "lesson/p.py")
    assert key(program, replace(building(), **changed)) != key(program, building())


def test_a_key_changes_with_the_environment_that_programs_are_given(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = lesson.key()
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/lib")
    assert lesson.key() != before


def test_a_key_stays_when_a_variable_changes_that_programs_are_not_given(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = lesson.key()
    monkeypatch.setenv("SECRET", "1")
    assert lesson.key() == before


def test_a_key_changes_with_the_schema_of_the_runner(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    before = lesson.key()
    monkeypatch.setattr(cache, "RUNNER", "another")
    assert lesson.key() != before


def test_a_key_changes_with_the_machine(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    before = lesson.key()
    monkeypatch.setattr(cache, "machine", lambda: "Linux aarch64, 64 cores")
    assert lesson.key() != before


def test_what_was_put_is_got(kept: Cache) -> None:
    runs = (
        RUN,
        replace(RUN, output="\x1b[31m\0 caf\N{LATIN SMALL LETTER E WITH ACUTE}\n\udc80 \N{REPLACEMENT CHARACTER}"),
    )
    kept.put("two", runs)
    assert kept.get("two") == runs
    assert Cache(kept.folder).get("k") == (RUN,)


def test_a_text_that_was_made_of_runs_is_kept_like_a_run(kept: Cache) -> None:
    kept.put_text("t", "<p>\N{LATIN SMALL LETTER E WITH ACUTE}</p>")
    assert Cache(kept.folder).text("t") == "<p>\N{LATIN SMALL LETTER E WITH ACUTE}</p>"
    assert kept.text("k") is None
    assert kept.get("t") is None
    old(kept.folder / "t.json")
    kept.text("t")
    kept.sweep()
    assert kept.text("t") is not None


@pytest.mark.parametrize("damaged", ["no base64", "", "AAA"])
def test_bytes_are_made_once_and_again_where_something_else_was_written(kept: Cache, damaged: str) -> None:
    made = iter([b"\x00first", b"second"])
    assert kept.bytes_or("a", lambda: next(made)) == kept.bytes_or("a", lambda: next(made)) == b"\x00first"
    kept.put_text("a", damaged)
    assert kept.bytes_or("a", lambda: next(made)) == kept.bytes_or("a", lambda: next(made)) == b"second"


def test_what_was_not_put_is_none(kept: Cache) -> None:
    assert kept.get("other") is None
    assert Cache(kept.folder / "nowhere").get("k") is None


def test_what_was_dropped_is_none(kept: Cache) -> None:
    kept.drop("k")
    kept.drop("k")
    assert kept.get("k") is None


WHOLE = json.dumps({"runs": [asdict(RUN)]})
LANES = json.dumps([asdict(LANE)])
FOREIGN = {
    "empty": "",
    "truncated": WHOLE[:-10],
    "not JSON": "hello",
    "not UTF-8": "\udce9\udcff",
    "zeros": "\0" * 100,
    "a list": "[]",
    "a number": "1",
    "another object": '{"runs": 1}',
    "no runs": '{"runs": []}',
    "no list of runs": '{"runs": {"a": 1}}',
    "other runs": '{"runs": [{"stdout": "hello"}]}',
    "runs of too little": '{"runs": [{"output": "hello"}]}',
    "runs of too much": WHOLE.replace('"ended"', '"colour": 1, "ended"'),
    "a text that is a number": WHOLE.replace('"hello\\nyou\\n"', "1"),
    "a number that is a text": WHOLE.replace("0.25", '"0.25"'),
    "nothing for a text": WHOLE.replace('"ok"', "null"),
    "no times": WHOLE.replace("[0.0, 0.0625]", "null"),
    "a text for the times": WHOLE.replace("[0.0, 0.0625]", '"no"'),
    "a time that is a text": WHOLE.replace("0.0625", '"0.0625"'),
    "a time that is a whole number": WHOLE.replace("0.0625", "1"),
    "times in times": WHOLE.replace("0.0625", "[0.0625]"),
    "too few times": WHOLE.replace(", 0.0625", ""),
    "too many times": WHOLE.replace("0.0625", "0.0625, 0.125"),
    "no lanes": WHOLE.replace(LANES, "null"),
    "a lane without a name": WHOLE.replace('"name"', '"nmae"'),
    "a lane that ran backwards": WHOLE.replace("[0.0, 0.125]", "[0.125, 0.0]"),
    "a lane that ran for a time of three ends": WHOLE.replace("[0.0, 0.125]", "[0.0, 0.0625, 0.125]"),
    "a number for a text": '{"text": 1}',
    "a deep nest": "[" * 100_000,
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_broken_or_foreign_file_is_no_error_and_is_replaced(kept: Cache, what: str) -> None:
    assert FOREIGN[what] != WHOLE
    assert (kept.folder / "k.json").read_text(encoding="utf-8") == WHOLE
    for name in ("k.json", "times.json"):
        (kept.folder / name).write_bytes(FOREIGN[what].encode(errors="surrogateescape"))
    assert kept.get("k") is None
    assert kept.text("k") is None
    assert kept.times() == {}
    kept.put("k", (RUN,))
    kept.put_times({"l/p.py": (1.0, 0.5)})
    assert kept.get("k") == (RUN,)
    assert kept.times() == {"l/p.py": (1.0, 0.5)}


@pytest.mark.parametrize("times", ['{"a": 1}', '{"a": [1]}', '{"a": [1, 2, 3]}', '{"a": ["x", "y"]}', '{"a": null}'])
def test_times_that_are_none_are_no_error(kept: Cache, times: str) -> None:
    (kept.folder / "times.json").write_text(times, encoding="utf-8")
    assert kept.times() == {}


def test_a_folder_in_the_place_of_a_kept_run_is_no_run(kept: Cache) -> None:
    (kept.folder / "other.json").mkdir()
    assert kept.get("other") is None


def test_files_that_may_only_be_read_are_got_and_replaced(kept: Cache) -> None:
    kept.put_text("k", "made of it")
    (kept.folder / "k.json").chmod(0o400)
    assert kept.text("k") == "made of it"
    kept.put_text("k", "made anew")
    assert kept.text("k") == "made anew"


@pytest.mark.parametrize("has_links", [True, False])
def test_runs_give_way_to_those_that_another_build_has_kept_meanwhile(
    kept: Cache, has_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not has_links:
        monkeypatch.setattr(os, "link", without_links)
    assert kept.put("other", (RUN, RUN)) == (RUN, RUN)
    assert kept.get("other") == (RUN, RUN)
    assert kept.put("k", (RUN, RUN)) == ((RUN,) if has_links else (RUN, RUN))
    assert {path.suffix for path in kept.folder.iterdir()} == {".json"}


def without_links(source: str, target: Path) -> None:
    """What a disk says that has no hard links, whatever is there."""
    raise PermissionError(errno.EPERM, f"{source} -> {target}")


def test_where_nothing_can_be_written_it_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "runs"):
        kept = Cache(folder)
        assert kept.get("k") is None
        assert kept.times() == {}
        kept.sweep()
        with pytest.raises(OSError, match=r"File exists|Not a directory"):
            kept.put("k", (RUN,))
        with pytest.raises(OSError, match=r"File exists|Not a directory"):
            kept.put_times({})


FULL = """
import resource, sys
from pathlib import Path
from snippets.engine.runs.cache import Cache
from tests.engine.snippets.test_cache import RUN
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
try:
    Cache(Path(sys.argv[1])).put("k", (RUN, RUN))
except OSError as error:
    print(type(error).__name__)
"""


def test_a_file_that_cannot_be_finished_is_removed_and_the_old_one_stays(kept: Cache) -> None:
    command = [sys.executable, "-c", FULL, str(kept.folder)]
    full = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert full.stdout == "OSError\n"
    assert [path.name for path in kept.folder.iterdir()] == ["k.json"]
    assert kept.get("k") == (RUN,)


def test_a_reader_sees_a_whole_run_while_others_write_it(kept: Cache) -> None:
    versions = [(replace(RUN, output=f"{letter * 200_000}\n\n"),) for letter in "abc"]
    done = threading.Event()

    def write(runs: tuple[Run, ...]) -> None:
        while not done.is_set():
            kept.put("k", runs)

    writers = [threading.Thread(target=write, args=(runs,)) for runs in versions]
    for writer in writers:
        writer.start()
    try:
        seen = [kept.get("k") for _ in range(200)]
    finally:
        done.set()
        for writer in writers:
            writer.join()
    assert all(runs in [*versions, (RUN,)] for runs in seen)
    assert [path.name for path in kept.folder.iterdir()] == ["k.json"]


def old(path: Path) -> None:
    """Make a file one that was last touched when nobody would use it any more."""
    long_ago = time.time() - UNUSED - 60
    os.utime(path, (long_ago, long_ago))


def test_runs_and_leftovers_that_nobody_used_for_a_month_are_swept(kept: Cache) -> None:
    kept.put("old", (RUN,))
    (kept.folder / "killed.part").write_text("{", encoding="utf-8")
    (kept.folder / "fresh.part").write_text("{", encoding="utf-8")
    for name in ("old.json", "killed.part"):
        old(kept.folder / name)
    kept.sweep()
    assert sorted(path.name for path in kept.folder.iterdir()) == ["fresh.part", "k.json"]


def test_a_run_that_is_used_is_not_swept(kept: Cache) -> None:
    old(kept.folder / "k.json")
    kept.get("k")
    kept.sweep()
    assert kept.get("k") == (RUN,)


def test_nothing_to_sweep_is_no_error(tmp_path: Path) -> None:
    Cache(tmp_path / "nowhere").sweep()


def test_a_sweep_removes_what_was_used_longest_ago_beyond_a_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Cache(tmp_path)
    for name, days in (("old", 3), ("older", 4), ("new", 1)):
        kept.put_text(name, 100 * "x")
        used = time.time() - days * 24 * 3600
        os.utime(tmp_path / f"{name}.json", (used, used))
    monkeypatch.setattr(cache, "MOST", 250)
    kept.sweep()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.json", "old.json"]
