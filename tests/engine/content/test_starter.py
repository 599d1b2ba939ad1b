"""What a new lesson begins with keeps every law, takes nothing away, and is made whole or not at all."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from content.engine.new import starter
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import ROOT

TITLE = 'Q & A: "Who\'s first?"'
NAV = """\
nav:
  - index.md
  - Lessons:
      - lessons/locks.md
  - glossary.md
"""
PAGES = {
    "index.md": "# Home\n\n## Lessons\n\n::: lessons\n",
    "about.md": "# About\n\n## Run the programs\n",
    "glossary.md": "# Glossary\n\n## M\n\n### Main thread\n\nThe thread in which a program starts.\n",
}
LAWS = [*(f"test_every_{what}.py" for what in ("lesson", "deck", "snippet")), "test_glossary.py"]
MADE = [
    "content/lessons/timers.md",
    "snippets/timers/hello.py",
    "slides/decks/timers.md",
    "tests/lessons/test_timers.py",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with the lesson `locks` in its nav."""
    (tmp_path / "mkdocs.yml").write_text(NAV)
    return tmp_path


def files(root: Path) -> dict[str, str]:
    """Every file and folder of a course, and what stands in it."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") if path.is_file() else ""
        for path in root.rglob("*")
    }


def empty_course(root: Path) -> None:
    """Copy the machinery and the laws of this course, without its lessons."""
    material = shutil.ignore_patterns(*LESSONS, "__pycache__", "*.md", "lessons", "decks", "browser", "tiny_course")
    for folder in ("content", "slides", "snippets", "tests"):
        shutil.copytree(ROOT / folder, root / folder, ignore=material)
    shutil.copytree(ROOT / "tests" / "tiny_course", root / "tests" / "tiny_course")  # which the laws name, too
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    (root / "mkdocs.yml").write_text(f"{settings}\n{NAV.replace('lessons/locks.md', 'about.md')}", encoding="utf-8")
    for name, text in PAGES.items():
        (root / "content" / name).write_text(text, encoding="utf-8")
    (root / "tests" / "lessons").mkdir()
    for name in ("__init__.py", "conftest.py"):
        shutil.copyfile(ROOT / "tests" / "lessons" / name, root / "tests" / "lessons" / name)


def tool(root: Path, *command: str) -> str:
    """What a module that is called in a folder prints; it has to end well."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_all_laws_hold_for_what_is_made(tmp_path: Path) -> None:
    empty_course(tmp_path)
    starter.make(tmp_path, "timers", TITLE)
    laws = [*(f"tests/laws/{name}" for name in LAWS), "tests/lessons", "-k", "timers or not glossary and not tiny"]
    passed = tool(tmp_path, "pytest", "-v", "-p", "no:cacheprovider", *laws)
    assert "test_every_claim_test_is_named_as_a_sentence_of_its_lesson[real-timers] PASSED" in passed
    assert "test_every_term_that_a_lesson_names_is_linked_there[real-timers] PASSED" in passed
    assert "test_timers.py::test_a_program_starts_in_the_main_thread" in passed
    code = [path for path in MADE if path.endswith(".py")]
    tool(tmp_path, "ruff", "check", *code)
    tool(tmp_path, "ruff", "format", "--check", *code)


def test_it_makes_these_files_and_changes_the_nav(root: Path) -> None:
    assert starter.make(root, "timers", "Timers") == [*MADE, "mkdocs.yml"]
    made = files(root)
    assert {path for path in made if (root / path).is_file()} == {*MADE, "mkdocs.yml"}
    assert made["mkdocs.yml"] == NAV.replace("locks.md\n", "locks.md\n      - lessons/timers.md\n")
    assert "# Timers\n" in made[MADE[0]]
    assert made[MADE[2]].startswith('# Timers {minutes="1"}\n')


def test_it_is_a_draft_whose_author_is_told_what_is_left_to_do() -> None:
    texts = starter.texts("timers", "Timers")
    assert "\ndraft: true\n" in texts[MADE[0]]
    assert [path for path, text in texts.items() if "TODO:" in text] == [MADE[0], MADE[2]]


def test_a_sound_slug_and_title_meet_no_problem(root: Path) -> None:
    for slug, title in {
        "timers": "Timers",
        "pools_2": TITLE,
        "async": "II. Stocks, and (more) at 1/2 price!",
        "xian": "線程",
    }.items():
        assert list(starter.problems(root, slug, title)) == []


@pytest.mark.parametrize(
    ("slug", "advice"),
    {
        "Timers": " Did you mean timers?",
        "thread-pools": " Did you mean thread_pools?",
        "_timers_": " Did you mean timers?",
        "two__lines": " Did you mean two_lines?",
        "2_pools": " Did you mean pools?",
        "Pools 2!": " Did you mean pools_2?",
        "../timers": " Did you mean timers?",
        "timers\n": " Did you mean timers?",
        "über_fäden": " Did you mean uber_faden?",
        "": "",
        "¿?": "",
    }.items(),
)
def test_what_is_no_slug_is_refused_with_a_slug_like_it(root: Path, slug: str, advice: str) -> None:
    assert list(starter.problems(root, slug, "Timers")) == [
        f"'{slug}' is no slug: small letters, digits and single underscores, a letter first.{advice}"
    ]


@pytest.mark.parametrize("path", [*MADE, "snippets/timers/tea.py", "snippets/timers.py"])
def test_a_slug_that_names_anything_already_is_refused(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).touch()
    [problem] = starter.problems(root, "timers", "Timers")
    assert problem.startswith("The slug 'timers' is taken, there is ")
    assert path.removesuffix("/tea.py").removesuffix("/hello.py") in problem
    assert problem.endswith(". Choose another.")


@pytest.mark.parametrize("slug", ["index", "assets"])
def test_a_slug_that_the_site_needs_is_refused(root: Path, slug: str) -> None:
    [problem] = starter.problems(root, slug, "Timers")
    assert problem.startswith(f"A lesson cannot have the slug '{slug}': ")


@pytest.mark.parametrize("title", ["", "-", "¿?"])
def test_a_title_of_which_no_address_can_be_made_is_refused(root: Path, title: str) -> None:
    assert list(starter.problems(root, "timers", title)) == [
        "The title has no letter and no digit, of which addresses are made. Give it one."
    ]


@pytest.mark.parametrize("title", ["two\nlines", "a\ttab", "\x1b[31mred"])
def test_a_title_that_is_no_line_of_text_is_refused(root: Path, title: str) -> None:
    problems = list(starter.problems(root, "timers", title))
    assert "The title is not one line of printable characters. Write it in one." in problems


@pytest.mark.parametrize("mark", starter.MARKS)
def test_a_title_with_marks_of_markdown_is_refused(root: Path, mark: str) -> None:
    assert list(starter.problems(root, "timers", f"The {mark} of threads")) == [
        f"The title has {mark} in it, a mark of Markdown. Leave it out."
    ]


def test_all_problems_are_told_at_once(root: Path) -> None:
    (root / "snippets" / "locks").mkdir(parents=True)
    assert list(starter.problems(root, "locks", "`with` and **more**")) == [
        "The title has ` and * in it, a mark of Markdown. Leave it out.",
        "The slug 'locks' is taken, there is snippets/locks. Choose another.",
    ]


def test_a_line_of_the_nav_that_is_left_of_an_older_lesson_is_refused(root: Path) -> None:
    assert list(starter.problems(root, "locks", "Locks")) == [
        "mkdocs.yml:4: The nav names lessons/locks.md already. Take this line out.",
    ]


@pytest.mark.parametrize("path", MADE)
def test_nothing_is_overwritten_and_nothing_is_left_where_a_file_is_there_already(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text("mine")
    before = files(root)
    with pytest.raises(FileExistsError):
        starter.make(root, "timers", "Timers")
    assert files(root) == before


def test_nothing_is_left_where_the_nav_cannot_be_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = files(root)
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        starter.make(root, "timers", "Timers")
    assert files(root) == before


def test_the_rights_and_the_line_ends_of_mkdocs_yml_stay(root: Path) -> None:
    (root / "mkdocs.yml").write_bytes(NAV.replace("\n", "\r\n").encode())
    (root / "mkdocs.yml").chmod(0o640)
    starter.make(root, "timers", "Timers")
    assert stat.S_IMODE((root / "mkdocs.yml").stat().st_mode) == 0o640
    assert b"locks.md\r\n      - lessons/timers.md\r\n" in (root / "mkdocs.yml").read_bytes()
