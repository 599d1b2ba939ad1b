"""Build the real course once for all tests of a session, and read its pages."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from snippets.engine.runs.library import Library, library_of

ROOT = Path(__file__).resolve().parents[2]
Tree = Element


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and what the build printed, with its exit status in the last line."""

    folder: Path
    log: str

    def page(self, address: str) -> Tree:
        """The parsed page at an address such as `lessons/locks/`."""
        return parsed((self.folder / address / "index.html").read_text(encoding="utf-8"))

    def pages(self) -> dict[str, Tree]:
        """Every page of the site, and every deck, by address."""
        found = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix(): parsed(path.read_text(encoding="utf-8")) for path in found}


@dataclass(frozen=True)
class Built:
    """A course that has been built at `root`, and the site that was built of it."""

    root: Path
    site: Site

    @property
    def library(self) -> Library:
        """The programs of the course and their runs, the same that the site shows."""
        return library_of(self.root)

    @property
    def status(self) -> int:
        """The exit status of the build."""
        return int(self.site.log.rpartition("exit status ")[2])


@cache
def parsed(html: str) -> Tree:
    """An HTML document as a browser reads it, without name spaces."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    return tree


def text_of(element: Element) -> str:
    """All text within an element."""
    return "".join(element.itertext())


def with_class(tree: Element, name: str) -> list[Element]:
    """The elements that carry a class, in the order of the page."""
    return [element for element in tree.iter() if name in element.get("class", "").split()]


def outputs(tree: Element) -> dict[str, list[str]]:
    """The texts of a page's runs, by the program that printed them; a program shown twice counts once."""
    found: dict[str, list[str]] = {}
    for block in with_class(tree, "program"):
        runs = with_class(block, "run-output")
        for name in dict.fromkeys(run.get("data-snippet", "") for run in runs):
            texts = [text_of(samp) for run in runs for samp in run.iter("samp") if run.get("data-snippet") == name]
            assert found.setdefault(name, texts) == texts, f"{name} is shown twice with different outputs"
    return found


def build(root: Path, target: Path, builder: str = "mkdocs", **given: str) -> subprocess.CompletedProcess[str]:
    """Build the course at `root` strictly into `target`, in a process of its own with `given` in its environment.

    `builder` is MkDocs or a fork of it.
    """
    options = ["--strict", "--config-file", "mkdocs.yml", "--site-dir", str(target)]
    command = [sys.executable, "-m", builder, "build", *options]
    environment = {**os.environ, **given}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=600)


def logged(built: subprocess.CompletedProcess[str]) -> str:
    """What a build printed, and its exit status in the last line."""
    return f"{built.stdout}{built.stderr}\nexit status {built.returncode}\n"


@contextmanager
def once(tmp_path_factory: pytest.TempPathFactory, worker: str, name: str) -> Iterator[tuple[Path, bool]]:
    """A folder that the workers of one session share, and whether its content is still to be made, by this one."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker == "master" else base.parent
    made = shared / f"{name}.made"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared / name, not made.exists()
        made.touch()


def build_once(tmp_path_factory: pytest.TempPathFactory, worker: str, builder: str = "mkdocs") -> Built:
    """Build the real course; the workers of one session wait for the first of them and share what it built."""
    with once(tmp_path_factory, worker, f"site-by-{builder}") as (folder, is_new):
        log = folder.with_suffix(".log")
        if is_new:
            log.write_text(logged(build(ROOT, folder, builder)), encoding="utf-8")
    return Built(ROOT, Site(folder, log.read_text(encoding="utf-8")))
