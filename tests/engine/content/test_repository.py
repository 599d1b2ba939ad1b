"""The course knows where it is published, and says so only where that is true."""

import subprocess
from pathlib import Path

import pytest

from content.engine.site import repository

PUBLISHED = "https://github.com/teachers/threads"


def clone(root: Path, origin: str) -> Path:
    """A clone at `root` whose remote `origin` has this address."""
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    subprocess.run(["git", "-C", str(root), "remote", "add", "origin", origin], check=True)
    return root


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(repository.VARIABLE, raising=False)


@pytest.mark.parametrize(
    "origin",
    [
        PUBLISHED,
        f"{PUBLISHED}.git",
        f"{PUBLISHED}/",
        "https://reader:secret@github.com/teachers/threads.git",
        "git@github.com:teachers/threads.git",
        "ssh://git@github.com/teachers/threads.git",
        "ssh://git@ssh.github.com:443/teachers/threads.git",
    ],
)
def test_a_clone_of_a_repository_on_github_knows_its_address_without_passwords(origin: str, tmp_path: Path) -> None:
    assert repository.address(clone(tmp_path, origin)) == PUBLISHED


@pytest.mark.parametrize(
    "origin",
    [
        "/home/reader/threads",
        "https://gitlab.com/teachers/threads.git",
        "https://github.com.example.org/teachers/threads",
        "https://example.org/github.com/teachers/threads",
        "https://github.com/teachers",
        "https://github.com/teachers/threads/issues",
        'https://github.com/teachers/thr"eads',
    ],
)
def test_what_is_no_repository_on_github_counts_as_none(origin: str, tmp_path: Path) -> None:
    assert repository.address(clone(tmp_path, origin)) == ""


def test_a_course_without_git_has_no_repository(tmp_path: Path) -> None:
    assert repository.address(tmp_path) == ""


def test_a_course_that_lies_within_the_clone_of_another_thing_does_not_take_its_address(tmp_path: Path) -> None:
    inner = clone(tmp_path, PUBLISHED) / "course"
    inner.mkdir()
    assert repository.address(inner) == ""


def test_a_clone_is_no_mistake_where_git_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone(tmp_path, PUBLISHED)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert repository.address(tmp_path) == ""


@pytest.mark.parametrize(("said", "address"), [("git@github.com:a/b.git", "https://github.com/a/b"), ("", "")])
def test_the_variable_goes_before_the_clone(
    said: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(repository.VARIABLE, said)
    assert repository.address(clone(tmp_path, PUBLISHED)) == address


def test_a_variable_that_names_no_repository_is_told_with_what_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(repository.VARIABLE, "teachers/threads")
    with pytest.raises(ValueError, match=r"'teachers/threads'\. Write https://github\.com/owner/name"):
        repository.address(tmp_path)


def test_pages_are_edited_below_the_folder_of_pages(tmp_path: Path) -> None:
    assert repository.editing(tmp_path) == ""
    assert repository.editing(clone(tmp_path / "clone", PUBLISHED)) == f"{PUBLISHED}/edit/main/content/"


def test_a_codespace_is_that_of_the_repository(tmp_path: Path) -> None:
    assert repository.codespace(tmp_path) == ""
    opened = "https://codespaces.new/teachers/threads?quickstart=1"
    assert repository.codespace(clone(tmp_path / "clone", f"{PUBLISHED}.git")) == opened
