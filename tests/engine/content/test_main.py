"""`python -m content new` begins a lesson in the course of the current folder, or says why it does not."""

from pathlib import Path

import pytest

from tests.support.site import ROOT
from tests.support.small import SmallCourse

NAV = "nav:\n  - index.md\n  - Lessons:\n      - lessons/greetings.md\n"


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    small = SmallCourse(tmp_path)
    settings = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8").replace("nav: null\n", NAV)
    small.write("mkdocs.yml", settings)
    return small


def test_it_makes_a_lesson_names_its_files_and_tells_how_to_go_on(small: SmallCourse) -> None:
    done = small.python("-m", "content", "new", "timers", " Timers ")
    assert (done.returncode, done.stderr) == (0, "")
    files, _, advice = done.stdout.partition("\n\n")
    assert files.splitlines() == [
        "content/lessons/timers.md",
        "snippets/timers/hello.py",
        "slides/decks/timers.md",
        "tests/lessons/test_timers.py",
        "mkdocs.yml",
    ]
    assert "\n# Timers\n" in (small.root / "content/lessons/timers.md").read_text(encoding="utf-8")
    assert "http://127.0.0.1:8000/lessons/timers/" in advice
    assert '"Finish a lesson" in CONTRIBUTING.md' in advice


def test_contributing_has_the_section_that_it_leads_to() -> None:
    assert "\n## Finish a lesson\n" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_site_with_the_new_lesson_builds_strictly(small: SmallCourse) -> None:
    small.write("content/glossary.md", "# Glossary\n\n## Main thread\n")
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text(encoding="utf-8") + "  - glossary.md\n")
    assert small.python("-m", "content", "new", "timers", "Timers").returncode == 0
    built = small.build()
    assert built.returncode == 0, built.stderr
    for page in ("lessons", "slides"):
        assert "MainThread" in (small.root / "site" / page / "timers" / "index.html").read_text(encoding="utf-8")


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_made(small: SmallCourse) -> None:
    before = sorted(small.root.rglob("*"))
    done = small.python("-m", "content", "new", "greetings", "*Timers*")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "Error: The title has * in it, a mark of Markdown. Leave it out.",
        "The slug 'greetings' is taken, there is content/lessons/greetings.md, snippets/greetings, "
        "slides/decks/greetings.md. Choose another.",
    ]
    assert sorted(small.root.rglob("*")) == before


def test_a_file_that_cannot_be_written_is_told_in_a_line(small: SmallCourse) -> None:
    (small.root / "tests").touch()  # a file where a folder should be
    done = small.python("-m", "content", "new", "timers", "Timers")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Error: {small.root}/tests/lessons: Not a directory. Nothing was made.\n"
    assert not (small.root / "content/lessons/timers.md").exists()


def test_a_folder_without_a_course_is_told_in_a_line(small: SmallCourse) -> None:
    (small.root / "mkdocs.yml").unlink()
    done = small.python("-m", "content", "new", "timers", "Timers")
    assert done.returncode == 1
    assert done.stderr == f"Error: There is no mkdocs.yml in {small.root}. Call this in the folder of the course.\n"
