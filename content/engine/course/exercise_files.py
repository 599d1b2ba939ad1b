"""The folders of exercises, and which of their files are for learners."""

from collections.abc import Container
from pathlib import Path

from snippets.engine.runs.library import lesson_folders

HINT = "hint.md"
NOT_SHOWN = ("_wrong_", "_right_")  # answers that only the laws judge


def folders(root: Path) -> list[Path]:
    """The folders of all exercises of the course at `root`, sorted."""
    return sorted(
        path for folder in lesson_folders(root / "snippets") for path in folder.glob("exercise_*") if path.is_dir()
    )


def by_lesson(root: Path) -> dict[str, list[str]]:
    """The names of the exercises of each lesson that has any, sorted."""
    found: dict[str, list[str]] = {}
    for folder in folders(root):
        found.setdefault(folder.parent.name, []).append(folder.name.removeprefix("exercise_"))
    return found


def files(folder: Path) -> list[Path]:
    """The files of an exercise, sorted, without answers that are not shown and what tools and editors leave behind."""
    found = (path for path in folder.rglob("*") if path.is_file() and not is_left(path.relative_to(folder)))
    return sorted(path for path in found if not any(kind in path.name for kind in NOT_SHOWN))


def to_begin_with(folder: Path, solutions: Container[str]) -> list[Path]:
    """What a learner is given of an exercise whose `solutions` have these names without ending: no answer, no hint."""
    return [path for path in files(folder) if path.stem not in solutions and path.name != HINT]


def is_left(path: Path) -> bool:
    """Whether tools or editors leave such a file behind, which is named by its path in the folder of a lesson."""
    return path.name[-1] == "~" or any(part.startswith((".", "#", "__pycache__")) for part in path.parts)
