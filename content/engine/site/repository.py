"""Where the course is published: the address that links for edits and reports begin with."""

import os
import re
import subprocess
from functools import cache
from pathlib import Path

VARIABLE = "COURSE_REPOSITORY"
HOST = "https://github.com/"
BRANCH = "main"  # where an edit is proposed
GITHUB = re.compile(
    r"(?:(?:https?|ssh|git)://(?:[^@/\s]+@)?|[\w.-]+@)(?:www\.|ssh\.)?github\.com(?::\d+)?[:/]"
    r"(?P<owner>[\w-][\w.-]*)/(?P<name>[\w.-]+?)(?:\.git)?/?"
)


def address(root: Path) -> str:
    """The repository of the course at `root`, as `https://github.com/owner/name`; empty where it is not known.

    The environment variable COURSE_REPOSITORY says it (empty for none), else the clone's remote `origin`, if that is
    on GitHub. Raises ValueError with advice if the variable names something else.
    """
    said = os.environ.get(VARIABLE)
    if said is None:
        return _normal(_origin(root))
    if said and not _normal(said):
        raise ValueError(f"{VARIABLE} is '{said}'. Write https://github.com/owner/name, or nothing for no links to it.")
    return _normal(said)


def codespace(root: Path) -> str:
    """What opens the course in a GitHub Codespace, or the reader's last one of it; empty where there is no repository.

    The form of the address is that of GitHub Docs, "Facilitating quick creation and resumption of codespaces".
    """
    repository = address(root)
    return f"https://codespaces.new/{repository.removeprefix(HOST)}?quickstart=1" if repository else ""


def editing(root: Path) -> str:
    """What the address of a page's editor begins with; its path below `content/` comes behind. Or empty."""
    repository = address(root)
    return f"{repository}/edit/{BRANCH}/content/" if repository else ""


def _normal(url: str) -> str:
    """The address as browsers take it, without a user's name or password."""
    found = GITHUB.fullmatch(url)
    return f"{HOST}{found['owner']}/{found['name']}" if found else ""


@cache
def _origin(root: Path) -> str:
    """The remote `origin` of the clone at `root`; empty if that is none, or lies within a clone of something else."""
    return git(root, "remote", "get-url", "origin").strip()


def git(root: Path, *arguments: str) -> str:
    """What git answers about the clone at `root`; empty if there is no git, `root` is no clone, or git fails."""
    if not (root / ".git").exists():
        return ""
    try:
        command = ["git", "-c", "core.quotePath=off", *arguments]  # names of files as they are, not in escapes
        asked = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return asked.stdout if asked.returncode == 0 else ""
