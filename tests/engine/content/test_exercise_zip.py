"""What the zips of an exercise hold."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from content.engine.site import downloads
from snippets.engine.runs.cache import Cache
from tests.support.small import SmallCourse

FOLDER = "snippets/locks/exercise_till"
TOP = "exercises/locks/till"


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """A course with an exercise that has all that one can have."""
    small = SmallCourse(tmp_path / "course")
    small.write("constraints.txt", "pytest==9.1\npytest-timeout==2.5\npytest-xdist==3\nruff==1\n")
    small.write(f"{FOLDER}/till.py", '"""Mend the till."""\n')
    small.write(f"{FOLDER}/hint.md", "<!-- hard, 25 minutes -->\nAsk who waits.\n")
    small.write(f"{FOLDER}/pytest.ini", "[pytest]\nrequired_plugins = pytest-timeout>=2\n")
    for name in ("test_till.py", "conftest.py", "coins.csv", "till_wrong_way.py"):
        small.write(f"{FOLDER}/{name}", "")
    for name in ("till_solution_lock.py", "till_solution_queue.py"):
        small.write(f"{FOLDER}/{name}", "pass\n")
    return small


def held(small: SmallCourse, address: str) -> dict[str, str]:
    """What a zip of the course holds: texts by path."""
    zipped = zipfile.ZipFile(io.BytesIO(dict(downloads.zips(small.root, small.library.cache))[address]))
    return {name: zipped.read(name).decode() for name in zipped.namelist()}


def test_the_zip_of_an_exercise_has_starter_check_and_data_but_neither_answers_nor_hint(small: SmallCourse) -> None:
    names = ("README.md", "requirements.txt", "coins.csv", "conftest.py", "pytest.ini", "test_till.py", "till.py")
    assert list(held(small, f"{TOP}.zip")) == [f"till/{name}" for name in names]


def test_its_readme_names_it_with_level_and_minutes(small: SmallCourse) -> None:
    assert held(small, f"{TOP}.zip")["till/README.md"].startswith("# Till\n\nhard, 25 minutes\n")


def test_what_its_check_needs_is_pinned_as_in_the_course_and_nothing_else_is_asked_for(small: SmallCourse) -> None:
    assert held(small, f"{TOP}.zip")["till/requirements.txt"] == "pytest==9.1\npytest-timeout==2.5\n"


def test_a_course_without_pins_asks_for_any_version(small: SmallCourse) -> None:
    (small.root / "constraints.txt").unlink()
    assert held(small, f"{TOP}.zip")["till/requirements.txt"] == "pytest\npytest-timeout\n"


def test_the_solutions_are_a_zip_that_unpacks_beside_the_exercise(small: SmallCourse) -> None:
    assert held(small, f"{TOP}_solution.zip") == {
        "till/till_solution_lock.py": "pass\n",
        "till/till_solution_queue.py": "pass\n",
    }


def test_zips_are_the_same_to_the_byte_whenever_and_by_whomever_their_files_were_written(small: SmallCourse) -> None:
    first = dict(downloads.zips(small.root, Cache(small.root / "first")))
    for path in small.root.rglob("*"):
        path.chmod(0o700)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert dict(downloads.zips(small.root, Cache(small.root / "second"))) == first


def test_a_zip_of_which_nothing_changed_is_packed_once(small: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    first = dict(downloads.zips(small.root, small.library.cache))
    small.write(f"{FOLDER}/coins.csv", "5, 10\n")
    assert "5, 10\n" in held(small, f"{TOP}.zip")["till/coins.csv"]
    small.write(f"{FOLDER}/coins.csv", "")
    monkeypatch.delattr(downloads, "packed")
    assert dict(downloads.zips(small.root, small.library.cache)) == first


def test_an_exercise_that_no_page_can_show_has_no_zip_and_the_others_have(small: SmallCourse) -> None:
    small.write("snippets/locks/exercise_half/half.py", '"""Half an exercise."""\n')
    assert [*dict(downloads.zips(small.root, small.library.cache))] == [f"{TOP}.zip", f"{TOP}_solution.zip"]


def test_the_texts_beside_all_programs_name_an_exercise_and_what_all_checks_need(small: SmallCourse) -> None:
    small.write("snippets/locks/exercise_other/pytest.ini", "[pytest]\nrequired_plugins = pytest-xdist\n")
    texts = downloads.of_all(small.root)
    assert texts["requirements.txt"] == b"pytest==9.1\npytest-timeout==2.5\npytest-xdist==3\n"
    assert b"-m pytest snippets/locks/exercise_other\n" in texts["README.md"]


def test_a_course_without_exercises_needs_nothing(tmp_path: Path) -> None:
    assert list(downloads.of_all(SmallCourse(tmp_path).root)) == ["README.md"]
