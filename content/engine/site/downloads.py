"""The programs of the course as files of the site: each by itself, and all of them, with the exercises, in one zip."""

import hashlib
import io
import os
import re
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from content.engine.course import exercise
from content.engine.fence import address
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


def archive(root: Path, folder: str, programs: Collection[Program], texts: Mapping[str, bytes], cache: Cache) -> bytes:
    """A zip of the course's licence, the files of its lessons and exercises, and all that `programs` depend on.

    All is in a `folder`; at its top lie `texts`, by name, which tell how to begin. Wrong answers to exercises are left
    out, where no program needs them. It is kept by what it holds.
    """
    licence = root / "LICENSE"
    needed = {Path(os.path.normpath(path)) for program in programs for path in program.dependencies}
    paths = {*([licence] if licence.is_file() else []), *_of_lessons(root), *_of_exercises(root), *needed}
    known = {program.path: program.digest for program in programs}
    states = [(path.relative_to(root).as_posix(), known.get(path) or _digest(path)) for path in sorted(paths)]
    digest = hashlib.sha256(repr((folder, LONG_AGO, FILE, sorted(texts.items()), states)).encode()).hexdigest()

    def make() -> str:
        files = {**texts, **{name: (root / name).read_bytes() for name, _ in states}}
        return b64encode(packed(folder, files.items())).decode()

    with suppress(ValueError):  # something else wrote into the cache
        if zipped := b64decode(cache.text_or(digest, make), validate=True):
            return zipped
    return b64decode(make())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _of_lessons(root: Path) -> list[Path]:
    return sorted(path for folder in lesson_folders(root / "snippets") for path in _of_lesson(folder))


def _of_lesson(folder: Path) -> Iterator[Path]:
    """The files of a lesson, and of the folders in it that are no exercises."""
    for path in folder.iterdir():
        inside = [path] if path.is_file() else path.rglob("*") if not path.name.startswith(address.OF_EXERCISE) else ()
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
