"""What git knows of the course: where it is published, and when each page was last changed.

The address is what links for edits and reports begin with. The day is that of the newest commit that touched a page, or
what it is made of. A plugin would ask git once for each page; this asks once for all, and only when there is a new
commit.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath

VARIABLE = "COURSE_REPOSITORY"
HOST = "https://github.com/"
BRANCH = "main"  # where an edit is proposed
FOLDERS = ("content", "snippets", "slides/decks")  # what pages are made of
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


def days(root: Path) -> Mapping[str, str]:
    """The day of the newest commit that touched each file of the course at `root`, such as 2026-11-22, by its path.

    Empty where git knows nothing of the course, or its history is cut off, so that it would say a wrong day.
    """
    newest, _, is_shallow = git(root, "rev-parse", "HEAD", "--is-shallow-repository").partition("\n")
    return _days(root, newest) if is_shallow.strip() == "false" else {}


@cache
def _days(root: Path, _newest: str) -> dict[str, str]:
    found: dict[str, str] = {}
    day = ""
    for line in git(root, "log", "--format=%x00%cs", "--name-only", "--no-renames", "--", *FOLDERS).splitlines():
        if line.startswith("\0"):
            day = line[1:]
        elif line:
            found[line] = max(day, found.get(line, ""))
    return found


def last(days: Mapping[str, str], page: str, is_of_all: bool = False) -> str:
    """The day of the last change of a page, named by its path below `content/`; empty where git does not know it.

    A lesson is made of its programs and its deck, too; a page that `is_of_all` of everything.
    """
    path = PurePosixPath("content", page)
    if str(path) not in days:
        return ""
    made_of = [str(path)]
    if is_of_all:
        made_of += days
    elif path.parent.name == "lessons":
        made_of += [f"slides/decks/{path.name}", *(name for name in days if name.startswith(f"snippets/{path.stem}/"))]
    return max(days.get(name, "") for name in made_of)


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
