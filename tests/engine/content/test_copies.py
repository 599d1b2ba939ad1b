"""The learner's own copies of exercises."""

from pathlib import Path

import pytest

from content.engine.practice.copies import Copy, lay_out
from content.engine.practice.sequence import chosen, in_order
from tests.support import practice
from tests.support.small import SmallCourse


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    return practice.course(tmp_path / "course")


def copy_of(small: SmallCourse, name: str = "waving/wave") -> Copy:
    return lay_out(small.root, chosen(in_order(small.root), [name])[0], small.root.parent / "mine")


def test_a_copy_has_what_the_zip_has_and_no_answers(small: SmallCourse) -> None:
    copy = copy_of(small)
    assert copy.folder == small.root.parent / "mine" / "waving" / "wave"
    assert sorted(path.name for path in copy.folder.iterdir()) == ["pytest.ini", "test_wave.py", "wave.py"]


def test_files_of_folders_are_copied_too(small: SmallCourse) -> None:
    small.write("snippets/waving/exercise_wave/data/hands.txt", "two\n")
    assert (copy_of(small).folder / "data" / "hands.txt").read_text(encoding="utf-8") == "two\n"


def test_an_answer_is_left_alone_and_a_check_is_that_of_today(small: SmallCourse) -> None:
    copy = copy_of(small)
    copy.answer.write_text("mine\n", encoding="utf-8")
    (copy.folder / "test_wave.py").write_text("changed\n", encoding="utf-8")
    small.write("snippets/waving/exercise_wave/wave.py", '"""A better task."""\n')
    copy_of(small)
    assert copy.answer.read_text(encoding="utf-8") == "mine\n"
    assert (copy.folder / "test_wave.py").read_text(encoding="utf-8") == practice.CHECK.format(name="wave")


def test_what_has_not_changed_is_not_written_again(small: SmallCourse) -> None:
    copy = copy_of(small)
    before = {path: path.stat().st_mtime_ns for path in copy.folder.iterdir()}
    copy_of(small)
    assert {path: path.stat().st_mtime_ns for path in copy.folder.iterdir()} == before


def test_an_answer_is_begun_when_it_differs_from_the_starter(small: SmallCourse) -> None:
    copy = copy_of(small)
    assert not copy.is_begun
    copy.answer.write_text("mine\n", encoding="utf-8")
    assert copy.is_begun
    copy.answer.unlink()
    assert not copy.is_begun


def test_its_state_changes_with_every_file_and_there_is_none_without_an_answer(small: SmallCourse) -> None:
    copy = copy_of(small)
    before = copy.state()
    assert before == copy.state()
    (copy.folder / "helper.py").write_text("mine\n", encoding="utf-8")
    assert copy.state() != before
    copy.answer.unlink()
    assert copy.state() == ()
