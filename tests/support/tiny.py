"""Build a copy of the tiny course: its programs do every hard thing that a program of a lesson may do."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.support.site import ROOT, Site, once


@dataclass(frozen=True)
class Tiny:
    """A copy of the tiny course, the site that was built of it, and the exit status of that build."""

    root: Path
    site: Site
    status: int


def copy(source: Path, folder: Path) -> Path:
    """Copy the course at `source`, with its kept runs, below `folder`, where the machinery stands as in the tree."""
    root = folder / "tests" / "tiny_course"
    shutil.copytree(source, root)
    for name in ("mkdocs.yml", "content"):
        (folder / name).symlink_to(ROOT / name)
    return root


def build(root: Path, target: Path) -> Tiny:
    """Build the course at `root` strictly into `target`, in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(root / "mkdocs.yml"), "-d", str(target)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    built = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=600)
    return Tiny(root, Site(target, built.stdout + built.stderr), built.returncode)


def build_once(tmp_path_factory: pytest.TempPathFactory, worker: str) -> Tiny:
    """Build the tiny course; the workers of one session wait for the first of them and share what it built."""
    with once(tmp_path_factory, worker, "tiny") as (folder, is_new):
        log, status = folder.with_suffix(".log"), folder.with_suffix(".status")
        if is_new:
            folder.mkdir()
            built = build(copy(ROOT / "tests" / "tiny_course", folder), folder / "site")
            log.write_text(built.site.log, encoding="utf-8")
            status.write_text(str(built.status), encoding="utf-8")
    site = Site(folder / "site", log.read_text(encoding="utf-8"))
    return Tiny(folder / "tests" / "tiny_course", site, int(status.read_text(encoding="utf-8")))


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
