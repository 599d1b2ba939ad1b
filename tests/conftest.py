"""What many tests share: running a program on every Python there is, and a built site."""

import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from snippets.interpreters import Interpreter, building, installed
from snippets.library import Library, library_of
from snippets.program import read
from snippets.run import Run
from snippets.runner import run
from tests import claims
from tests import tiny as tiny_course
from tests.site import ROOT, Site, build_once

SUPPORTED = [interpreter for interpreter in installed() if interpreter.release >= (3, 11)]


Start = Callable[..., Run]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors, since many tests mostly wait."""
    return (os.cpu_count() or 1) + 1


class Ran:
    """Runs programs on one Python."""

    def __init__(self, interpreter: Interpreter) -> None:
        self.interpreter = interpreter

    def on(self, *wishes: str) -> bool:
        """For a sentence that tells versions apart: whether it is run on one of these, named as by the marker."""
        return claims.meant(self.interpreter, wishes)

    def __call__(self, program: str, timeout: float = 10.0) -> Run:
        """Run a snippet, given by its name `lesson/file.py`, or the text of a program of the test's own."""
        return _once(program, self.interpreter, timeout)


@cache
def _once(program: str, interpreter: Interpreter, timeout: float) -> Run:
    if program.endswith(".py"):
        snippet = read(ROOT / "snippets", program)
        return run(snippet.path, interpreter, snippet.declaration.timeout)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claim.py"
        path.write_text(program, encoding="utf-8")
        return run(path, interpreter, timeout)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A claim is tested on every supported Python that is installed, or on those that its marker `about` names."""
    if "ran" in metafunc.fixturenames:
        marks = metafunc.definition.iter_markers("about")
        metafunc.parametrize("ran", claims.parameters(marks, SUPPORTED), indirect=True)


@pytest.fixture
def ran(request: pytest.FixtureRequest) -> Ran:
    """Run programs on the Python that a claim is tested on."""
    return Ran(request.param)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Site:
    """The course as `mkdocs build --strict` builds it."""
    return build_once(tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def library(site: Site) -> Library:
    """The programs of the course and their runs, the same that the site shows: it has been built."""
    assert site.folder.is_dir(), site.log
    return library_of(ROOT)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tiny_course.Tiny:
    """A copy of the tiny course, built once."""
    return tiny_course.build_once(tmp_path_factory, worker_id)


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Run a program of the given text, which stands in the folder `lesson` of the test's own."""
    (tmp_path / "lesson").mkdir()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))

    def start(program: str, timeout: float = 60.0, name: str = "p.py", **more: Any) -> Run:
        path = tmp_path / "lesson" / name
        path.write_text(dedent(program), encoding="utf-8")
        return run(path, building(), timeout, **more)

    return start


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    """A named pipe by which programs and tests tell each other where they are."""
    path = tmp_path / "fifo"
    os.mkfifo(path)
    return path
