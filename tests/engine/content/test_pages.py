"""A page is rendered once, and again only when something that it is made of has changed."""

import json
import logging
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from content.engine.site import rendered
from tests.support.site import ROOT
from tests.support.small import HELLO, LESSON, SmallCourse

TEA = """\
# Tea *and* cakes

## Why

A lock[^1] is [greeted](lessons/greetings.md#hello). <span id="raw">Raw</span>.

### Because

[^1]: Of a door.
"""
STARTER = '"""Brew some tea."""\n\n# TODO\n'
LINKLESS = '{"toc": [], "anchors": [], "links": []}'
EXERCISE = "snippets/greetings/exercise_tea"
RENDER = Page.render


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """A course with a bare theme, which shows all that rendering makes of a page."""
    small = SmallCourse(tmp_path)
    small.bare("{{ page.title }} {{ page.toc }} {{ page.content }}")
    small.write("content/lessons/greetings.md", f"{LESSON}\n## Hello\n")
    small.write("content/tea.md", TEA)
    small.write("content/training.md", "# Training\n\n::: exercise greetings/tea\n")
    small.write(f"{EXERCISE}/tea.py", STARTER)
    small.write(f"{EXERCISE}/hint.md", "<!-- easy, 5 minutes -->\nPut the kettle on.\n")
    small.write(f"{EXERCISE}/tea_solution.py", "tea = 1\n")
    return small


class Builds:
    """Builds of a course in this process: what each rendered, and what it told."""

    def __init__(self, small: SmallCourse, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
        self.small = small
        self._caplog = caplog
        self._rendered: list[str] = []

        def render(page: Page, config: MkDocsConfig, files: Files) -> None:
            self._rendered.append(page.file.src_uri)
            RENDER(page, config, files)

        monkeypatch.setattr(Page, "render", render)

    def __call__(self, extension: str = "toc", toc: str = "true", **settings: Any) -> list[str]:
        """Build the site; gives the pages that were rendered.

        `extension` is one more, `toc` the sign of a permalink; `settings` stand for those of mkdocs.yml.
        Texts are included from `parts/`, where an extension for that is loaded.
        """
        self._rendered.clear()
        self._caplog.clear()
        config = load_config(str(self.small.root / "mkdocs.yml"), **settings)
        config.markdown_extensions.append(extension)
        config.mdx_configs["toc"] = {"permalink": toc}
        config.mdx_configs["pymdownx.snippets"] = {"base_path": [str(self.small.root / "parts")]}
        build(config)
        return sorted(self._rendered)

    def told(self) -> list[str]:
        """What the last build warned of."""
        return sorted(record.message for record in self._caplog.records if record.levelname == "WARNING")

    def site(self) -> dict[str, bytes]:
        """Every file of the site."""
        folder = self.small.root / "site"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


ALL = ["index.md", "lessons/greetings.md", "tea.md", "training.md"]


@pytest.fixture
def builds(small: SmallCourse, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Builds:
    """Builds of the small course; the first of them has been made."""
    builds = Builds(small, monkeypatch, caplog)
    assert builds() == ALL
    return builds


def test_a_page_that_is_as_it_was_is_not_rendered_again_and_the_site_is_the_same(builds: Builds) -> None:
    before = builds.site()
    assert builds() == []
    assert builds.site() == before
    assert b"Because" in before["tea/index.html"]


@pytest.mark.parametrize(
    ("path", "text", "rendered"),
    [
        ("content/tea.md", f"{TEA}\nMore.\n", ["tea.md"]),
        ("content/tea.md", f"---\ndescription: Tea.\n---\n{TEA}", ["tea.md"]),
        ("snippets/greetings/hello.py", f"{HELLO}\n", ["lessons/greetings.md"]),
        (f"{EXERCISE}/hint.md", "<!-- hard, 5 minutes -->\nPut it on.\n", ["training.md"]),
        (f"{EXERCISE}/tea_solution.py", "tea = 2\n", ["training.md"]),
        (f"{EXERCISE}/test_tea.py", "", []),
        ("slides/decks/greetings.md", '# Greetings {minutes="2"}\n', []),
        ("content/picture.svg", "<svg/>", ALL),
    ],
)
def test_a_change_renders_the_pages_that_it_is_about(builds: Builds, path: str, text: str, rendered: list[str]) -> None:
    builds.small.write(path, text)
    assert builds() == rendered
    assert builds() == []


def test_a_program_that_reads_another_file_renders_its_page_when_that_changes_what_it_prints(builds: Builds) -> None:
    builds.small.write("snippets/greetings/words.py", 'WORD = "hello"\n')
    builds.small.write("snippets/greetings/hello.py", "from words import WORD\nprint(WORD)\n")
    assert builds() == ALL  # words.py is new, and links could lead to it
    builds.small.write("snippets/greetings/words.py", 'WORD = "good morning"\n')
    assert builds() == ["lessons/greetings.md"]
    assert b"good morning" in builds.site()["lessons/greetings/index.html"]


def test_a_text_that_an_extension_includes_renders_the_pages_that_it_is_part_of(builds: Builds) -> None:
    builds.small.write("parts/cake.md", "A cake.\n")
    builds.small.write("parts/tea.md", "A cup.\n")
    builds.small.write("content/tea.md", f'{TEA}\n--8<-- "tea.md"\n')
    assert builds("pymdownx.snippets") == ALL
    builds.small.write("parts/tea.md", 'A pot.\n\n--8<-- "cake.md"\n')
    assert builds("pymdownx.snippets") == ["tea.md"]
    assert b"A pot." in builds.site()["tea/index.html"]
    builds.small.write("parts/cake.md", "A scone.\n")
    assert builds("pymdownx.snippets") == ["tea.md"]
    assert b"A scone." in builds.site()["tea/index.html"]
    assert builds("pymdownx.snippets") == []


def test_a_program_in_a_text_that_is_included_renders_the_page_that_shows_it(builds: Builds) -> None:
    builds.small.write("parts/hello.md", LESSON.partition("\n\n")[2])
    builds.small.write("content/tea.md", f'{TEA}\n--8<-- "hello.md"\n')
    assert builds("pymdownx.snippets") == ALL
    builds.small.write("snippets/greetings/hello.py", 'print("good morning")\n')
    assert builds("pymdownx.snippets") == ["lessons/greetings.md", "tea.md"]
    assert b"good morning" in builds.site()["tea/index.html"]


@pytest.mark.parametrize(
    "settings",
    [{"use_directory_urls": False}, {"validation": {"anchors": "info"}}, {"extension": "sane_lists"}, {"toc": "#"}],
)
def test_other_settings_render_all(builds: Builds, settings: dict[str, Any]) -> None:
    assert builds(**settings) == ALL


def test_a_build_that_tells_more_renders_all(builds: Builds, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "mkdocs"):
        assert builds() == ALL


def test_a_page_that_is_not_published_any_more_renders_those_that_may_link_to_it(builds: Builds) -> None:
    assert builds(draft_docs="tea.md") == [page for page in ALL if page != "tea.md"]


def test_a_file_that_moves_renders_the_pages_that_may_link_to_it_though_its_address_is_the_same(
    builds: Builds,
) -> None:
    (builds.small.root / "content" / "tea.md").unlink()
    builds.small.write("content/tea/index.md", TEA)
    assert builds() == [*ALL[:2], "tea/index.md", ALL[3]]


def test_other_code_that_renders_renders_all(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered, "MACHINERY", ("edited",))
    assert builds() == ALL


def test_the_code_that_renders_is_ours_and_that_of_the_packages_it_calls() -> None:
    imported = {
        "content/engine/site/rendered.py": "mkdocs",
        "content/engine/fence/terminal.py": "pyte",
        "content/engine/fence/maths.py": "latex2mathml",
    }
    for path, package in imported.items():
        assert f"from {package}" in (ROOT / path).read_text(encoding="utf-8")
        assert package in rendered.PACKAGES


def test_a_link_that_leads_nowhere_is_told_by_every_build(builds: Builds) -> None:
    builds.small.write("content/tea.md", "# Tea\n\n[none](none.md), [there](lessons/greetings.md#hello)\n")
    builds.small.write("content/index.md", "# Home\n\n[here](#nowhere), [there](lessons/greetings.md#hello)\n")
    told = []
    for expected in (["index.md", "tea.md"], ["tea.md"]):
        assert builds() == expected
        told.append(builds.told())
    assert told[0] == told[1]
    assert ["'none.md'" in line or "'#nowhere'" in line for line in told[0]] == [True, True]
    builds.small.write("content/lessons/greetings.md", LESSON)
    assert builds() == ["lessons/greetings.md", "tea.md"]
    assert [line for line in builds.told() if line not in told[0]] == [
        f"Doc file '{page}' contains a link 'lessons/greetings.md#hello', but the doc 'lessons/greetings.md' does not"
        " contain an anchor '#hello'."
        for page in ("index.md", "tea.md")
    ]


def test_a_page_with_a_mistake_is_rendered_until_the_mistake_is_mended_wherever_it_is(builds: Builds) -> None:
    hint = builds.small.root / EXERCISE / "hint.md"
    whole = hint.read_text(encoding="utf-8")
    builds.small.write("snippets/greetings/hello.py", "# /// run\n# timeuot = 2\n# ///\n")
    hint.write_text("No level.\n", encoding="utf-8")
    assert builds() == ALL  # its zip is gone, and every page knows what can be linked to
    assert builds() == ["lessons/greetings.md", "training.md"]
    hint.write_text(whole, encoding="utf-8")
    builds.small.write("snippets/greetings/hello.py", HELLO)
    assert builds() == []
    assert not [name for name, page in builds.site().items() if rendered.MISTAKE.encode() in page and "html" in name]


@pytest.mark.parametrize("text", ["", "[]", "3", "{", '{"toc": [{}]}', '{"toc": [], "anchors": 1}', LINKLESS])
def test_what_is_no_page_counts_as_absent(builds: Builds, text: str) -> None:
    before = builds.site()
    for path in (builds.small.root / ".cache" / "runs").glob("*.json"):
        if "text" in json.loads(path.read_bytes()):
            path.write_text(json.dumps({"text": text}), encoding="utf-8")
    builds.small.write("slides/decks/greetings.md", "")
    assert builds() == ALL
    assert builds.site()["tea/index.html"] == before["tea/index.html"]


def test_pages_are_shown_where_nothing_can_be_kept(small: SmallCourse, builds: Builds) -> None:
    shutil.rmtree(small.root / ".cache")
    small.write(".cache", "a file where a folder should be")
    assert builds() == builds() == ALL
    assert b"Because" in builds.site()["tea/index.html"]
