"""Programs and exercises as files of the site: each by itself, and all of them in one zip.

An exercise is a zip that needs nothing of the course, and its solutions are another. Texts that tell how to begin lie
in each of them.
"""

import hashlib
import io
import os
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from configparser import ConfigParser
from functools import lru_cache
from pathlib import Path

from packaging.requirements import Requirement

from content.engine.course import exercise, texts
from content.engine.course.exercise import Exercise
from content.engine.directives import starting
from content.engine.fence.address import OF_EXERCISE
from snippets.engine.program.problem import ProblemError
from snippets.engine.program.program import Program
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.library import lesson_folders

ARCHIVE = "programs.zip"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can tell: it must not change from build to build
FILE = 0o100644 << 16  # a plain file that its owner may write and all may read


def programs(root: Path) -> dict[str, Path]:
    """The programs of all lessons, and the files and packages beside them, which they use, by `<lesson>/<name>`."""
    return {path.relative_to(root / "snippets").as_posix(): path for path in _of_lessons(root)}


def folder_of(title: str) -> str:
    """The name of the folder in the zip: the title of the course, as names of folders are."""
    return re.sub(r"\W+", "-", title).strip("-").lower() or "course"


def archive(root: Path, folder: str, programs: Collection[Program], beside: Mapping[str, bytes], cache: Cache) -> bytes:
    """A zip of the course's licence, the files of its lessons and exercises, and all that `programs` depend on.

    All is in a `folder`; at its top lie the texts `beside` them, by name, which tell how to begin. Wrong answers to
    exercises are left out, where no program needs them. It is kept by what it holds.
    """
    licence = root / "LICENSE"
    needed = {Path(os.path.normpath(path)) for program in programs for path in program.dependencies}
    paths = {*([licence] if licence.is_file() else []), *_of_lessons(root), *_of_exercises(root), *needed}
    known = {program.path: program.digest for program in programs}
    states = [(path.relative_to(root).as_posix(), known.get(path) or _digest(path)) for path in sorted(paths)]
    digest = hashlib.sha256(repr((folder, LONG_AGO, FILE, sorted(beside.items()), states)).encode()).hexdigest()

    def make() -> bytes:
        files = {**beside, **{name: (root / name).read_bytes() for name, _ in states}}
        return packed(folder, files.items())

    return cache.bytes_or(digest, make)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _of_lessons(root: Path) -> list[Path]:
    return sorted(path for folder in lesson_folders(root / "snippets") for path in _of_lesson(folder))


def _of_lesson(folder: Path) -> Iterator[Path]:
    """The files of a lesson, and of the folders in it that are no exercises."""
    for path in folder.iterdir():
        inside = [path] if path.is_file() else path.rglob("*") if not path.name.startswith(OF_EXERCISE) else ()
        yield from (file for file in inside if file.is_file() and not exercise.is_left(file.relative_to(folder)))


def _of_exercises(root: Path) -> list[Path]:
    return [path for folder in exercise.folders(root) for path in exercise.files(folder)]


def packed(top: str, entries: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of `entries`, each a path and what it holds, in the one folder `top`.

    It is the same to the byte, whenever and by whomever its files were written.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in entries:
            entry = zipfile.ZipInfo(f"{top}/{name}", LONG_AGO)
            entry.create_system, entry.external_attr = 3, FILE  # as on Unix, also where it is not
            zipped.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def zips(root: Path, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """The zips of all exercises by their address in the site; what cannot be shown on a page has none.

    Each is kept by what it holds.
    """
    for name in exercise.names(root):
        try:
            one = exercise.read(root, name)
        except ProblemError:  # the pages tell of it
            continue
        address = f"{starting.FOLDER}/{name}"
        yield f"{address}.zip", _kept(one.name, list(_starter(root, one)), cache)
        yield f"{address}_solution.zip", _kept(one.name, list(_solutions(root, one)), cache)


def _kept(top: str, entries: Sequence[tuple[str, bytes]], cache: Cache) -> bytes:
    states = [(name, hashlib.sha256(data).hexdigest()) for name, data in entries]
    digest = hashlib.sha256(repr((top, LONG_AGO, FILE, states)).encode()).hexdigest()
    return cache.bytes_or(digest, lambda: packed(top, entries))


def _starter(root: Path, one: Exercise) -> Iterator[tuple[str, bytes]]:
    """What a learner begins with: texts that tell how, the file to fill in, the check and what it needs."""
    folder = root / one.folder
    facts = f"{one.level}, {one.minutes} minutes"
    text = starting.readme(one.title, one.name, facts, one.is_for_unix)
    yield starting.README, text.encode()
    yield starting.REQUIREMENTS, requirements(root, [folder]).encode()
    for path in exercise.to_begin_with(folder, one.solutions):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _solutions(root: Path, one: Exercise) -> Iterator[tuple[str, bytes]]:
    for name in one.solutions:
        yield f"{name}.py", (root / one.folder / f"{name}.py").read_bytes()


def of_all(root: Path) -> dict[str, bytes]:
    """The texts that lie beside all programs and exercises, by the names of their files."""
    found = exercise.folders(root)
    first = found[0].relative_to(root).as_posix() if found else ""
    told = {starting.README: starting.readme_of_all(first).encode()}
    return {**told, starting.REQUIREMENTS: requirements(root, found).encode()} if found else told


def requirements(root: Path, checks: Iterable[Path]) -> str:
    """What pip has to install for the checks in these folders, a line each, pinned as the course pins it."""
    needed = sorted({"pytest", *(plugin for folder in checks for plugin in _plugins_of(folder))})
    pins = root / "constraints.txt"
    lines = texts.read(pins).splitlines() if pins.is_file() else []
    return "".join(f"{line}\n" for name in needed for line in _pinned(name, lines))


def _pinned(name: str, lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith(f"{name}==")] or [name]


def _plugins_of(folder: Path) -> tuple[str, ...]:
    settings = folder / "pytest.ini"
    return _plugins(texts.read(settings)) if settings.is_file() else ()


@lru_cache(maxsize=64)  # texts: most checks have the same
def _plugins(settings: str) -> tuple[str, ...]:
    """The plug-ins that a check asks for in its pytest.ini."""
    parsed = ConfigParser(interpolation=None)
    parsed.read_string(settings)
    asked = parsed.get("pytest", "required_plugins", fallback="")
    return tuple(Requirement(one).name for one in asked.split())
