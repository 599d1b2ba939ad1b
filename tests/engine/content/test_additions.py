"""A site that is served links to its programs; one that is published has copies of its own.

What no save changes is asked for once.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from content.engine.site import fonts, share
from content.engine.site.additions import serving
from tests.support.small import HELLO, SmallCourse

PROGRAM = "greetings/hello.py"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCourse]:
    small = SmallCourse(tmp_path)
    small.bare("{{ page.content }}")
    yield small
    serving.set(False)


def built(small: SmallCourse, command: str, dirty: bool = False) -> Path:
    """Build as a command of MkDocs does; gives the program in the site."""
    config = load_config(str(small.root / "mkdocs.yml"))
    config.plugins.run_event("startup", command=command, dirty=dirty)
    build(config, dirty=dirty)
    program = small.root / "site" / "programs" / PROGRAM
    assert program.read_text(encoding="utf-8") == (small.root / "snippets" / PROGRAM).read_text(encoding="utf-8")
    return program


def is_linked(small: SmallCourse, program: Path) -> bool:
    return program.samefile(small.root / "snippets" / PROGRAM)


def test_a_served_program_is_linked_and_a_published_one_is_not(small: SmallCourse) -> None:
    assert is_linked(small, built(small, "serve"))
    assert not is_linked(small, built(small, "build"))


def test_where_nothing_can_be_linked_programs_are_copied(small: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: str, target: Path) -> None:
        raise OSError(f"No links from {source} to {target}.")

    monkeypatch.setattr(os, "link", refuse)
    assert not is_linked(small, built(small, "serve"))


def test_the_former_file_that_an_editor_kept_of_a_program_is_left_alone(small: SmallCourse) -> None:
    built(small, "serve")
    kept = (small.root / "snippets" / PROGRAM).rename(small.root / "hello.py~")
    small.write(f"snippets/{PROGRAM}", 'print("good morning")\n')
    assert is_linked(small, built(small, "serve", dirty=True))
    assert kept.read_text(encoding="utf-8") == HELLO


def test_a_save_asks_for_no_font_and_no_picture_again(small: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    built(small, "serve")
    monkeypatch.delattr(fonts, "_kept")
    monkeypatch.delattr(share, "picture")
    small.write(f"snippets/{PROGRAM}", 'print("good morning")\n')
    built(small, "serve")
    assert (small.root / "site" / share.ADDRESS).is_file()
