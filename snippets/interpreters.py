"""The Pythons of this machine: which there are, and which of them a program asks for."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from packaging.version import Version

from snippets.declaration import comparison

EXTRA = "COURSE_PYTHONS"
PROBE = """
import json, platform, sys, sysconfig
print(json.dumps({
    "path": sys.executable,
    "version": platform.python_version(),
    "build": sys.version + " " + sysconfig.get_platform(),
    "free_threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "library": sysconfig.get_path("stdlib"),
    "packages": sysconfig.get_path("purelib"),
}))
"""


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
            [path, "-I", "-c", PROBE], capture_output=True, check=True, timeout=20, stdin=subprocess.DEVNULL
        )
        return Interpreter(**json.loads(answer.stdout))
    except (OSError, subprocess.SubprocessError, ValueError, TypeError):
        return None


def building() -> Interpreter:
    """The Python that builds the course."""
    interpreter = probe(sys.executable)
    if interpreter is None:
        raise OSError(f"{sys.executable} does not answer.")
    return interpreter


@cache
def installed() -> tuple[Interpreter, ...]:
    """The Pythons that can be found here, one for each minor version and build: the building one, or the latest."""
    here = building()
    others = sorted(filter(None, map(probe, _candidates())), key=lambda one: one.number)
    found = {(one.release, one.free_threaded): one for one in [*others, here]}
    return tuple(found[kind] for kind in sorted(found))


def _candidates() -> Iterator[str]:
    """Paths that may be Pythons: named in the environment, on PATH, of pyenv, of uv."""
    yield from filter(None, os.environ.get(EXTRA, "").split(os.pathsep))
    for folder in os.get_exec_path():
        yield from _pythons_in(Path(folder))
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT", home / ".pyenv"))
    uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR", home / ".local/share/uv/python"))
    for root in (pyenv / "versions", uv):
        for version in _children(root):
            yield from _pythons_in(version / "bin")


def _pythons_in(folder: Path) -> Iterator[str]:
    for path in _children(folder):
        if re.fullmatch(r"python3\.\d+t?", path.name):
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
