"""What a run used, as `child/sitecustomize.py` told: the files of the course that it opened, and packages."""

import importlib.util
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

PACKAGE = re.compile(r"(.*[/-]packages)/([^/.]+)(.*)", re.DOTALL)  # site-packages, or Debian's dist-packages
OURS = Path(__file__).resolve().parents[1]  # every key has the state of all of it


def beside(home: str) -> str:
    """The file into which the processes of a run tell what they open, by the folder of the run."""
    return f"{home}.opened"


def told(home: str) -> list[str]:
    """What the processes of a run told."""
    with open(beside(home), "rb") as file:
        return [os.fsdecode(line) for line in file.read().split(b"\0")[:-1]]


def is_late(lines: Iterable[str]) -> bool:
    """Whether a Python was started that holds its output back, since nothing prepared it."""
    return "!" in lines


def read(lines: Sequence[str]) -> list[str]:
    """The paths of what was read, each once. What was written is the run's own, and no input."""
    written = {line[1:] for line in lines if line[0] == ">"}
    return [line[1:] for line in dict.fromkeys(lines) if line[0] == "<" and line[1:] not in written]


def of_course(paths: Iterable[str], root: Path) -> tuple[str, ...]:
    """Those that lie in the course at `root`, as seen from there, sorted; for compiled modules, their source."""
    return tuple(sorted({*_of_course(paths, os.path.realpath(root))}))


def _of_course(paths: Iterable[str], root: str) -> Iterator[str]:
    for path in paths:
        if PACKAGE.match(path):
            continue
        path = os.path.realpath(_source_of(path))
        name = os.path.relpath(path, root)
        if name[0] != "." and "/." not in name and not Path(path).is_relative_to(OURS) and os.path.isfile(path):
            yield name


def _source_of(path: str) -> str:
    try:
        return importlib.util.source_from_cache(path) if path.endswith(".pyc") else path
    except ValueError:  # a module without source
        return path


def packages(paths: Iterable[str]) -> tuple[str, ...]:
    """The packages that were imported, each by its path without an ending: `…/site-packages/numpy`; sorted."""
    found = (PACKAGE.match(_source_of(path)) for path in paths)
    return tuple(sorted({f"{one[1]}/{one[2]}" for one in found if one and one[2] not in ("__pycache__", "")}))
