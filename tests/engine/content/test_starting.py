"""The commands with which a learner begins, and the texts around them."""

import pytest

from content.engine.directives import starting


def fences(text: str) -> dict[str, list[str]]:
    """The fences of a text by their language."""
    pieces = text.split("```")[1::2]
    return {piece.split("\n")[0]: piece.strip().split("\n")[1:] for piece in pieces}


@pytest.mark.parametrize("for_unix", [False, True])
def test_the_readme_of_an_exercise_has_its_task_and_the_commands_of_the_page(for_unix: bool) -> None:
    text = starting.readme("Safe shop", "safe_shop", "easy, 10 minutes", for_unix)
    assert text.startswith("# Safe shop\n\neasy, 10 minutes\n\nThe task stands at the top of `safe_shop.py`.")
    windows = {} if for_unix else {"powershell": [*starting.WINDOWS]}
    assert fences(text) == {"bash": [*starting.UNIX], **windows}
    assert (starting.WSL in text) == for_unix
    assert "Linux, macOS:\n\n```bash\n" in text


def test_the_commands_of_windows_are_those_of_unix_by_other_paths() -> None:
    assert [line.replace("\\", "/").replace("Scripts", "bin") for line in starting.WINDOWS] == [
        starting.UNIX[0].replace("python3", "py"),
        *starting.UNIX[1:],
    ]


def test_the_readme_of_all_runs_one_check_by_its_path() -> None:
    found = fences(starting.readme_of_all("snippets/locks/exercise_till"))
    assert found["bash"][-1] == ".venv/bin/python -m pytest snippets/locks/exercise_till"
    assert found["powershell"][-1] == ".venv\\Scripts\\python -m pytest snippets\\locks\\exercise_till"
    assert [len(lines) for lines in found.values()] == [3, 3]


def test_the_readme_of_a_course_without_exercises_tells_of_none() -> None:
    assert "pytest" not in starting.readme_of_all()
