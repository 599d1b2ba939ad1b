"""When a page was last changed: the day of the newest commit that touched it, or what it is made of.

A plugin would ask git once for each page; this asks once for all, and only when there is a new commit.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from content.engine.site.repository import git

FOLDERS = ("content", "snippets", "slides/decks")


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
