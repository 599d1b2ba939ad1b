"""Runs are made anew when anything changed that they used, whoever names it."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from snippets.engine.process import runner
from snippets.engine.process.runner import read
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.library import Library
from snippets.engine.runs.used import NOTHING, edited_since, used_by
from tests.conftest import Start

WAYS = {  # R2: how a program comes to use the file `worker.py` or `stock.csv` in a folder that it nowhere names whole
    "subprocess": "import subprocess, sys; subprocess.run([sys.executable, folder / 'worker.py'])",
    "its child's child": "import subprocess, sys; subprocess.run([sys.executable, '-c', START, str(folder)])",
    "runpy": "import runpy; runpy.run_path(str(folder / 'worker.py'))",
    "importlib": "import importlib, sys; sys.path.insert(0, str(folder)); importlib.import_module('worker')",
    "-m": "import subprocess, sys; subprocess.run([sys.executable, '-m', 'worker'], cwd=folder)",
    "exec": "exec((folder / 'worker.py').read_text())",
    "os.open": "import os; exec(os.read(os.open(folder / 'worker.py', os.O_RDONLY), 999))",
    "multiprocessing": """import multiprocessing, runpy
if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=runpy.run_path, args=(str(folder / "worker.py"),))
    child.start(); child.join()""",
}
PROGRAM = """from pathlib import Path
folder = Path(__file__).resolve().parents[1] / "".join(["sh", "elf"])
START = "import runpy, sys; runpy.run_path(sys.argv[1] + '/worker.py')"
"""


class Course:
    """A course of a single program, with a folder beside that of its lesson."""

    def __init__(self, root: Path, text: str) -> None:
        self.root = root
        self.library = Library(root / "snippets", Cache(root / ".cache"))
        for folder in ("lesson", "shelf"):
            (root / "snippets" / folder).mkdir(parents=True)
        (root / "snippets" / "lesson" / "p.py").write_text(PROGRAM + text, encoding="utf-8")

    def shelve(self, text: str) -> None:
        """Write the file that the program uses."""
        (self.root / "snippets" / "shelf" / "worker.py").write_text(text, encoding="utf-8")

    def output(self) -> str:
        """What the program prints in a build of its own."""
        return Library(self.library.folder, self.library.cache).record("lesson/p.py").runs[0].output

    def is_kept(self) -> bool:
        """Whether a build would not run it."""
        return Library(self.library.folder, self.library.cache).is_kept("lesson/p.py")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_file_that_is_used_in_any_way_makes_the_run_anew_when_it_is_edited(tmp_path: Path, way: str) -> None:
    course = Course(tmp_path, way)
    course.shelve("print('first')")
    assert course.output() == "first\n"
    assert course.is_kept()
    course.shelve("print('second')")
    assert not course.is_kept()
    assert course.output() == "second\n"
    course.shelve("print('first')")
    (tmp_path / "snippets" / "shelf" / "other.py").touch()
    assert course.output() == "first\n"
    assert course.is_kept()


def test_a_data_file_that_nobody_declares_makes_it_anew_and_so_does_its_end(tmp_path: Path) -> None:
    course = Course(tmp_path, "print(open(folder / 'worker.py').read() if any(folder.iterdir()) else 'none')")
    course.shelve("apples")
    assert course.output() == "apples\n"
    (tmp_path / "snippets" / "shelf" / "worker.py").unlink()
    assert course.output() == "none\n"


def test_a_file_that_a_program_writes_itself_is_its_own(tmp_path: Path) -> None:
    course = Course(tmp_path, "log = folder / 'log'; log.open('a').write('x'); print(log.read_text())")
    assert course.output() == "x\n"
    assert course.is_kept()
    assert course.output() == "x\n"


def test_a_package_of_another_version_makes_it_anew(tmp_path: Path) -> None:
    packages = tmp_path / "lib" / "site-packages"
    course = Course(tmp_path, f"import sys; sys.path.append({str(packages)!r})\nimport till; print(till.__version__)")

    def install(version: str) -> None:
        told = packages / "till_shop-1.dist-info"
        (packages / "till").mkdir(parents=True, exist_ok=True)
        (packages / "till" / "__init__.py").write_text(f"__version__ = {version!r}\n", encoding="utf-8")
        for file in told.glob("*"):
            file.unlink()
        told.mkdir(exist_ok=True)
        (told / "METADATA").write_text(f"Name: till-shop\nVersion: {version}\n", encoding="utf-8")
        (told / "RECORD").write_text("till/__init__.py,,\n", encoding="utf-8")
        (packages / f"stamp-{version}").touch()  # as pip does, which writes a folder of another name

    install("1.0")
    assert course.output() == "1.0\n"
    assert course.is_kept()
    install("2.0")
    assert not course.is_kept()
    assert course.output() == "2.0\n"


def test_a_program_that_uses_what_it_names_and_nothing_else_is_kept_by_its_first_key(tmp_path: Path) -> None:
    course = Course(tmp_path, "import json, asyncio, zoneinfo; print(open(__file__).readline())")
    record = course.library.record("lesson/p.py")
    assert used_by(record.program, record.runs) == NOTHING
    assert record.runs[0].opened == ("snippets/lesson/p.py",)


def test_a_file_that_was_edited_while_it_ran_is_noticed(tmp_path: Path) -> None:
    course = Course(tmp_path, "print(open(folder / 'worker.py').read())")
    course.shelve("apples")
    program = course.library.program("lesson/p.py")
    state = (tmp_path / "snippets" / "shelf" / "worker.py").stat()
    used = (("snippets/shelf/worker.py",), ())
    assert not edited_since(program, used, state.st_mtime + 1)
    assert edited_since(program, used, state.st_mtime)
    assert edited_since(program, (("snippets/shelf/gone.py",), ()), 0.0)


WATCHES = """
import os, sys
before = sorted(os.listdir("/dev/fd"))
seen = []
sys.addaudithook(lambda event, args: seen.append(args[0]) if event == "open" else None)
open("/etc/hostname").close()
open(__file__).close()
print(seen == ["/etc/hostname", __file__], before == ["0", "1", "2", "3"], sorted(os.listdir()))
"""


def test_a_program_sees_nothing_of_it(start: Start) -> None:
    assert start(WATCHES).output == "True True []\n"


def test_nothing_of_it_is_left(start: Start, tmp_path: Path) -> None:
    assert start("print(open(__file__).readline())").opened == (f"{tmp_path.name}/lesson/p.py",)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_paths_are_those_of_the_course_and_packages_are_named_without_their_endings(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / "a.csv").touch()
    (tmp_path / ".venv" / "b.csv").touch()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "m.py").touch()
    site = f"{tmp_path}/.venv/lib/python3.13/site-packages"
    compiled = f"{tmp_path}/__pycache__/m.{sys.implementation.cache_tag}.pyc"
    paths = [f"{tmp_path}/a.csv", f"{tmp_path}/.venv/b.csv", f"{tmp_path}/gone", "/etc/hostname", compiled]
    paths += [
        f"{site}/numpy/core.py",
        f"{site}/six.py",
        f"{site}/_x.abi3.so",
        f"{site}/__pycache__/y.{sys.implementation.cache_tag}.pyc",
    ]
    assert runner.of_course(paths, tmp_path) == ("a.csv", "m.py")
    assert runner.packages(paths) == tuple(f"{site}/{name}" for name in ("_x", "numpy", "six", "y"))


def test_of_each_package_a_single_file_is_told(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "lib" / "site-packages"
    for name in ("till/__init__.py", "till/drawer.py", "till/coins/__init__.py", "scales.py", "bag.py"):
        (packages / name).parent.mkdir(parents=True, exist_ok=True)
        (packages / name).touch()
    lines: list[str] = []

    def reads(told: Sequence[str]) -> list[str]:
        lines.extend(told)
        return read(told)

    monkeypatch.setattr(runner, "read", reads)
    one = start(f"import sys; sys.path.append({str(packages)!r})\nimport till.drawer, till.coins, scales, bag")
    assert one.packages == tuple(str(packages / name) for name in ("bag", "scales", "till"))
    assert len([line for line in lines if f"{packages}/till/" in line]) == 1


def test_a_builder_that_is_told_nothing_has_nothing(tmp_path: Path) -> None:
    """A process that nobody waits for, as one that a program started with another HOME, tells nobody."""
    child = Path(runner.__file__).with_name("child")
    variables = {"HOME": str(tmp_path), "PYTHONPATH": str(child)}
    subprocess.run([sys.executable, "-c", "open('/etc/hostname')"], env=variables, check=True, timeout=60)
    assert list(tmp_path.iterdir()) == []


STARTS = "import os, subprocess, sys; here = [sys.executable]; print('mine', flush=True)\n{}"


@pytest.mark.parametrize(
    ("start_it", "is_late"),
    [
        ("subprocess.run([*here, '-c', 'print(1)'], check=True)", False),
        ("subprocess.run([*here, '-W', 'ignore', '-X', 'dev', '-c', 'print(1)'], check=True)", False),
        ("subprocess.run(['/bin/echo', '1'], env={}, check=True)", False),
        ("subprocess.run([*here, '-c', 'print(1)', '-I'], env=dict(os.environ, A='1'), check=True)", False),
        ("subprocess.run([*here, '-c', 'print(1)'], env={}, check=True)", True),
        ("subprocess.run([*here, '-I', '-c', 'print(1)'], check=True)", True),
        ("subprocess.run([*here, '-bE', '-c', 'print(1)'], check=True)", True),
        ("del os.environ['PYTHONPATH']; subprocess.run([*here, '-c', 'print(1)'], check=True)", True),
        ("os.execve(sys.executable, [*here, '-c', 'print(1)'], {})", True),
        ("os.waitpid(os.posix_spawn(sys.executable, [*here, '-c', 'print(1)'], {}), 0)", True),
    ],
)
def test_a_python_that_cannot_be_prepared_is_told_of_since_it_prints_late(
    start: Start, start_it: str, is_late: bool
) -> None:
    run = start(STARTS.format(start_it))
    assert (run.output, run.late) == ("mine\n1\n", is_late)
