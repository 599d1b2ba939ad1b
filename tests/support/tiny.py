"""Build a copy of the tiny course: its programs do every hard thing that a program of a lesson may do."""

import shutil
from pathlib import Path

import psutil
import pytest

from tests.support import site
from tests.support.site import ROOT, Built, Site, once

ROOT_OF_SOURCE = ROOT / "tests" / "tiny_course"


def copy(source: Path, folder: Path) -> Path:
    """Copy the course at `source`, with its kept runs, below `folder`, where the machinery stands as in the tree."""
    root = folder / "tests" / "tiny_course"
    shutil.copytree(source, root)
    for name in ("mkdocs.yml", "content"):
        (folder / name).symlink_to(ROOT / name)
    return root


def build(root: Path, target: Path) -> Built:
    """Build the course at `root` strictly into `target`, in a process of its own."""
    return Built(root, Site(target, site.logged(site.build(root, target, PYTHONPATH=str(ROOT)))))


def build_once(tmp_path_factory: pytest.TempPathFactory, worker: str) -> Built:
    """Build a copy of the tiny course; the workers of one session wait for the first and share what it built."""
    with once(tmp_path_factory, worker, "tiny") as (folder, is_new):
        log = folder.with_suffix(".log")
        if is_new:
            folder.mkdir()
            log.write_text(build(copy(ROOT_OF_SOURCE, folder), folder / "site").site.log, encoding="utf-8")
    return Built(folder / "tests" / "tiny_course", Site(folder / "site", log.read_text(encoding="utf-8")))


def processes(name: str) -> list[str]:
    """The command lines of the living processes that name a file or folder in them."""
    found = []
    for process in psutil.process_iter():
        try:
            command = " ".join(process.cmdline())
        except psutil.Error:
            continue
        if name in command:
            found.append(command)
    return found
