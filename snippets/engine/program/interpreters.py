"""The Pythons of this machine: which there are, and which of them a program asks for."""

import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import Version

from snippets.engine.program import facts

EXTRA = "COURSE_PYTHONS"
FOUND = "COURSE_FOUND"  # what one process found, for those that it starts: under load, each might find others
OLDEST = 11  # minor version of the oldest Python that is looked for: the oldest on which our own code runs


@dataclass(frozen=True)
class Interpreter:
    """A Python that answers; `library` and `packages` are the folders that its tracebacks name."""

    path: str
    version: str
    build: str
    free_threaded: bool
    library: str
    packages: str

    @property
    def label(self) -> str:
        """What a reader calls it: `3.13.0`, or `3.13.5t` for a free-threaded build."""
        return self.version + ("t" if self.free_threaded else "")

    @property
    def release(self) -> tuple[int, int]:
        """Its major and minor version."""
        major, minor = self.version.split(".")[:2]
        return int(major), int(minor)

    @property
    def number(self) -> Version:
        """Its version, to compare by; a build from a clone adds a plus sign to it."""
        return Version(self.version.removesuffix("+"))

    def meets(self, wish: str) -> bool:
        """Whether it is what a declaration asks for, such as `3.13`, `>=3.14` or `>=3.14 free-threaded`."""
        words = wish.split()
        if ("free-threaded" in words) != self.free_threaded:
            return False
        specifiers = [comparison(word) for word in words if word != "free-threaded"]
        return all(specifier and specifier.contains(self.number, prereleases=True) for specifier in specifiers)


@cache
def probe(path: str) -> Interpreter | None:
    """Ask a Python what it is; None if it does not answer, as pyenv's shims for absent versions do not."""
    try:
        answer = subprocess.run(
            [path, "-I", facts.__file__], capture_output=True, check=True, timeout=20, stdin=subprocess.DEVNULL
        )
        return _named_plainly(Interpreter(**json.loads(answer.stdout)))
    except (OSError, subprocess.SubprocessError, ValueError, TypeError):
        return None


@cache
def building() -> Interpreter:
    """The Python that builds the course."""
    return _named_plainly(Interpreter(**facts.facts()))


def _named_plainly(interpreter: Interpreter) -> Interpreter:
    """The same by the plainest name in its folder: `python -m slides` and `mkdocs`, a script of python3, share runs."""
    path = Path(interpreter.path)
    names = (path.with_name(name) for name in ("python", "python3"))
    same = (str(name) for name in names if name.exists() and name.samefile(path))
    return replace(interpreter, path=next(same, str(path)))


@cache
def installed() -> tuple[Interpreter, ...]:
    """The Pythons that can be found here, one for each minor version and build: the building one, or the latest."""
    here = building()
    others = sorted(_handed_on() if FOUND in os.environ else _looked_for(), key=lambda one: one.number)
    found = {(one.release, one.free_threaded): one for one in [*others, here]}
    return tuple(found[kind] for kind in sorted(found))


def hand_on() -> None:
    """Let the processes that this one starts know the Pythons that are found here, and look for none themselves."""
    os.environ[FOUND] = json.dumps([asdict(one) for one in installed()])


def _handed_on() -> list[Interpreter]:
    return [Interpreter(**one) for one in json.loads(os.environ[FOUND])]


def _looked_for() -> list[Interpreter]:
    from concurrent.futures import ThreadPoolExecutor  # not at the top: most builds ask for no other Python

    with ThreadPoolExecutor() as pool:
        return list(filter(None, pool.map(probe, _candidates())))


def _candidates() -> Iterator[str]:
    """Paths that may be Pythons: named in the environment, on PATH, of pyenv, of uv; each once.

    The shims of pyenv are none: each of them is slow to say which of pyenv's versions it is, or that it is none.
    """
    home = Path(os.path.expanduser("~"))  # as it is where nobody knows it
    pyenv = Path(os.environ.get("PYENV_ROOT", home / ".pyenv"))
    uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR", home / ".local/share/uv/python"))
    yield from filter(None, os.environ.get(EXTRA, "").split(os.pathsep))
    versions = [version / "bin" for root in (pyenv / "versions", uv) for version in _children(root)]
    folders = [folder.resolve() for folder in (*map(Path, os.get_exec_path()), *versions)]
    for folder in dict.fromkeys(folders):
        if folder != (pyenv / "shims").resolve():
            yield from _pythons_in(folder)


def _pythons_in(folder: Path) -> Iterator[str]:
    for path in _children(folder):
        name = re.fullmatch(r"python3\.(\d+)t?", path.name)
        if name and int(name[1]) >= OLDEST:
            yield str(path)


def _children(folder: Path) -> Iterable[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return ()


def chosen(wishes: Iterable[str]) -> dict[str, Interpreter | None]:
    """The interpreters that a program asks for, by label; a wish that none meets is there too, with None."""
    answer: dict[str, Interpreter | None] = {}
    for wish in wishes:
        matches = [interpreter for interpreter in installed() if interpreter.meets(wish)]
        for interpreter in matches:
            answer[interpreter.label] = interpreter
        if not matches:
            answer[wish] = None
    return answer or {building().label: building()}


def is_wish(text: str) -> bool:
    """Whether a text can choose interpreters: words that are each a version, a comparison or `free-threaded`."""
    words = text.split()
    return bool(words) and all(word == "free-threaded" or comparison(word) is not None for word in words)


def comparison(word: str) -> SpecifierSet | None:
    """Read `3.13` or `>=3.14` as a comparison of versions; None where it is neither."""
    try:
        return SpecifierSet(f"=={word}.*" if re.fullmatch(r"3\.\d+", word) else word)
    except InvalidSpecifier:
        return None
