"""Each exercise as a zip of its own, which needs nothing of the course, and its solutions as another.

Texts that tell how to begin lie in each of them, and in the zip of all programs.
"""

from collections.abc import Iterable, Iterator
from configparser import ConfigParser
from pathlib import Path

from packaging.requirements import Requirement

from content.engine.course import texts
from content.engine.course.exercise import Exercise, folders, names, read, to_begin_with
from content.engine.directives import starting
from content.engine.site.downloads import packed
from snippets.engine.program.problem import ProblemError


def zips(root: Path) -> Iterator[tuple[str, bytes]]:
    """The zips of all exercises by their address in the site; what cannot be shown on a page has none."""
    for name in names(root):
        try:
            exercise = read(root, name)
        except ProblemError:  # the pages tell of it
            continue
        address = f"{starting.FOLDER}/{name}"
        yield f"{address}.zip", packed(exercise.name, _starter(root, exercise))
        yield f"{address}_solution.zip", packed(exercise.name, _solutions(root, exercise))


def _starter(root: Path, exercise: Exercise) -> Iterator[tuple[str, bytes]]:
    """What a learner begins with: texts that tell how, the file to fill in, the check and what it needs."""
    folder = root / exercise.folder
    facts = f"{exercise.level}, {exercise.minutes} minutes"
    text = starting.readme(exercise.title, exercise.name, facts, exercise.is_for_unix)
    yield starting.README, text.encode()
    yield starting.REQUIREMENTS, requirements(root, [folder]).encode()
    for path in to_begin_with(folder, exercise.solutions):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _solutions(root: Path, exercise: Exercise) -> Iterator[tuple[str, bytes]]:
    for name in exercise.solutions:
        yield f"{name}.py", (root / exercise.folder / f"{name}.py").read_bytes()


def of_all(root: Path) -> dict[str, bytes]:
    """The texts that lie beside all programs and exercises, by the names of their files."""
    found = folders(root)
    first = found[0].relative_to(root).as_posix() if found else ""
    told = {starting.README: starting.readme_of_all(first).encode()}
    return {**told, starting.REQUIREMENTS: requirements(root, found).encode()} if found else told


def requirements(root: Path, checks: Iterable[Path]) -> str:
    """What pip has to install for the checks in these folders, a line each, pinned as the course pins it."""
    needed = sorted({"pytest", *(plugin for folder in checks for plugin in _plugins(folder))})
    pins = root / "constraints.txt"
    lines = texts.read(pins).splitlines() if pins.is_file() else []
    return "".join(f"{line}\n" for name in needed for line in _pinned(name, lines))


def _pinned(name: str, lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith(f"{name}==")] or [name]


def _plugins(folder: Path) -> list[str]:
    """The plug-ins that a check asks for in its pytest.ini."""
    settings = ConfigParser(interpolation=None)
    settings.read(folder / "pytest.ini", encoding="utf-8")
    asked = settings.get("pytest", "required_plugins", fallback="")
    return [Requirement(one).name for one in asked.split()]
