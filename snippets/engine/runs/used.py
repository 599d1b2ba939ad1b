"""Keep runs by what they really used, too: files that no program names, and packages."""

import hashlib
import importlib.metadata
import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from snippets.engine.process.run import Run
from snippets.engine.program.program import Program
from snippets.engine.runs.cache import Cache

Used = tuple[tuple[str, ...], tuple[str, ...]]  # files of the course, and packages, as a run names them
NOTHING: Used = ((), ())


def with_used(first: str, program: Program, used: Used) -> str:
    """A key with the state of what a program used beyond what it names; the same where that is nothing."""
    if used == NOTHING:
        return first
    files, packages = used
    root = _root(program)
    state = [first, [_digest(root / name) for name in files], [_version(package) for package in packages]]
    return hashlib.sha256(json.dumps([*state, used]).encode()).hexdigest()


def last(cache: Cache, first: str) -> Used:
    """What the runs under a key used when they were last made."""
    try:
        files, packages = json.loads(cache.text(_place(first)) or "[[], []]")
        return tuple(map(str, files)), tuple(map(str, packages))
    except (ValueError, TypeError):  # something else wrote into the cache
        return NOTHING


def remember(cache: Cache, first: str, used: Used) -> None:
    """Keep which files and packages the runs under a key used."""
    if used != last(cache, first):
        cache.put_text(_place(first), json.dumps(used))


def used_by(program: Program, runs: Iterable[Run]) -> Used:
    """What runs of a program used beyond what it names, and itself."""
    root = _root(program)
    known = {os.path.relpath(path.resolve(), root) for path in (program.path, *program.dependencies)}
    files, packages = set[str](), set[str]()
    for run in runs:
        files |= set(run.opened) - known
        packages |= set(run.packages)
    return tuple(sorted(files)), tuple(sorted(packages))


def edited_since(program: Program, used: Used, moment: float) -> bool:
    """Whether one of the files may be other than it was at a moment, in seconds since the epoch."""
    paths = (_root(program) / name for name in used[0])
    return any(not path.is_file() or path.stat().st_mtime >= moment for path in paths)


def _root(program: Program) -> Path:
    return program.path.parent.parent.parent.resolve()


def _place(first: str) -> str:
    return hashlib.sha256(f"used by {first}".encode()).hexdigest()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "gone"


def _version(package: str) -> str:
    """The version of what installed a package, or of what it consists of where nothing says so."""
    folder, name = os.path.split(package)
    told = _versions(folder, os.stat(folder).st_mtime_ns if os.path.isdir(folder) else 0).get(name)
    return told or _digest(Path(f"{package}.py")) + _digest(Path(package, "__init__.py"))


@lru_cache(maxsize=16)
def _versions(folder: str, _changed: int) -> Mapping[str, str]:
    """What is installed in a folder: the distribution and its version, by each name that it has there."""
    found: dict[str, str] = {}
    for one in importlib.metadata.distributions(path=[folder]):
        for name in _names(one):
            found[name] = f"{one.name} {one.version}"
    return found


def _names(one: importlib.metadata.Distribution) -> Sequence[str]:
    return re.findall(r"^([^/.,\n]+)[/.,]", one.read_text("RECORD") or "", re.MULTILINE)
