"""What many tests share: running a program on every Python there is, and a built site."""

import os
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from snippets.engine.process.run import Run
from snippets.engine.process.runner import run
from snippets.engine.program import interpreters
from snippets.engine.program.interpreters import building
from snippets.engine.runs.library import Library
from tests.support import tiny as tiny_course
from tests.support.pythons import left_out
from tests.support.sample import IN_CI
from tests.support.site import Built, Site, build_once

signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # where it is ignored, no process ever tells how it ended
interpreters.hand_on()  # to test workers, and to the builds of tests
collect_ignore = ["browser"] if left_out("playwright") else []
Start = Callable[..., Run]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """More than there are processors, since many tests mostly wait; in CI, where more of them compute, one more."""
    cores = os.cpu_count() or 1
    return cores + 1 if IN_CI else 2 * cores


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that look at the site last: one worker begins with them, and no other waits until it has built that."""
    items.sort(key=lambda item: not {"real", "built"}.isdisjoint(getattr(item, "fixturenames", ())))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what a free-threaded Python leaves out whole; single tests say it as skipped ones do."""
    for folder in collect_ignore:
        line = f"Left out: tests/{folder}, since playwright has no build for Python {building().label}."
        terminalreporter.write_line(line, yellow=True)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """The course, built once."""
    return build_once(tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def site(real: Built) -> Site:
    """The course as `mkdocs build --strict` builds it."""
    return real.site


@pytest.fixture(scope="session")
def library(real: Built) -> Library:
    """The programs of the course and their runs, the same that the site shows: it has been built."""
    assert real.site.folder.is_dir(), real.site.log
    return real.library


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
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
