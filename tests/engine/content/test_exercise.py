"""Which files of an exercise are for learners."""

from pathlib import Path

import pytest

from content.engine.course import exercise

LEARNERS = ["conftest.py", "data/words.txt", "hint.md", "till.py", "till_solution.py"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An exercise with what tools and editors leave behind, and with answers that are not shown."""
    folder = tmp_path / "snippets" / "locks" / "exercise_till"
    not_shown = ["till_wrong_way.py", "till_right_queue.py"]
    left = ["till.py~", "#till.py#", ".till.py.swp", "__pycache__/till.pyc", ".venv/till.py"]
    for name in [*LEARNERS, *not_shown, *left]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_files_are_those_of_the_folder_but_answers_not_shown_and_what_tools_leave_behind(folder: Path) -> None:
    assert [path.relative_to(folder).as_posix() for path in exercise.files(folder)] == LEARNERS


def test_folders_are_those_of_all_lessons(folder: Path, tmp_path: Path) -> None:
    another = tmp_path / "snippets" / "barrels" / "exercise_roll"
    another.mkdir(parents=True)
    (another.parent / "exercise_no_folder").touch()
    assert exercise.folders(tmp_path) == [another, folder]


def test_names_of_exercises_stand_by_their_lessons_which_have_some(folder: Path, tmp_path: Path) -> None:
    for name in ("barrels/exercise_roll", "locks/exercise_key", "queues"):
        (folder.parents[1] / name).mkdir(parents=True)
    assert exercise.by_lesson(tmp_path) == {"barrels": ["roll"], "locks": ["key", "till"]}
