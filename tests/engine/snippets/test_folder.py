"""The folder in which a program works: empty but for the files that it declares."""

import os
import tempfile
from pathlib import Path

import pytest

from snippets.engine.process.folder import fresh_folder
from snippets.engine.program.given import Given
from tests.conftest import Start


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file that only its owner may read, and another in a folder of its own."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "lesson" / "Shelf 1").mkdir(parents=True)
    (tmp_path / "lesson" / "stock.csv").write_text("apples\n", encoding="utf-8")
    (tmp_path / "lesson" / "stock.csv").chmod(0o600)
    (tmp_path / "lesson" / "Shelf 1" / "a.txt").write_text("a\n", encoding="utf-8")
    return tmp_path / "lesson"


def test_it_is_empty_and_gone_afterwards(lesson: Path) -> None:
    with fresh_folder(lesson) as home:
        assert os.listdir(home) == []
    assert not Path(home).exists()


def test_files_stand_in_it_by_their_paths_in_the_lesson_and_may_be_changed_there_alone(lesson: Path) -> None:
    with fresh_folder(lesson, ("stock.csv", "Shelf 1/a.txt")) as home:
        assert sorted(os.listdir(home)) == ["Shelf 1", "stock.csv"]
        assert (Path(home) / "Shelf 1" / "a.txt").read_text(encoding="utf-8") == "a\n"
        (Path(home) / "stock.csv").write_text("eaten\n", encoding="utf-8")
    assert (lesson / "stock.csv").read_text(encoding="utf-8") == "apples\n"
    assert not Path(home).exists()


def test_a_file_has_the_mode_that_every_clone_gives_it(lesson: Path) -> None:
    (lesson / "child.py").touch(0o700)
    with fresh_folder(lesson, ("stock.csv", "child.py")) as home:
        modes = [(Path(home) / name).stat().st_mode & 0o777 for name in ("stock.csv", "child.py")]
    assert modes == [0o644, 0o755]


def test_a_file_that_cannot_be_copied_leaves_no_folder(lesson: Path) -> None:
    with pytest.raises(FileNotFoundError), fresh_folder(lesson, ("gone.csv",)):
        pass
    assert list((lesson.parent / "temporary").iterdir()) == []


def test_a_program_opens_its_files_and_starts_its_siblings_by_their_names(start: Start, tmp_path: Path) -> None:
    (tmp_path / "lesson" / "stock.csv").write_text("apples\n", encoding="utf-8")
    (tmp_path / "lesson" / "child.py").write_text("print('child:', open('stock.csv').read())\n", encoding="utf-8")
    program = """
        import os, subprocess, sys
        print(sorted(os.listdir()), open("stock.csv").read().strip())
        subprocess.run([sys.executable, "child.py"], check=True)
        """
    one = start(program, given=Given(files=("stock.csv", "./child.py", "../elsewhere/_x.csv")))
    assert one.output == "['child.py', 'stock.csv'] apples\nchild: apples\n\n"
