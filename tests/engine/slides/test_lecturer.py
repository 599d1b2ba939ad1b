"""Lecturers say who they are in one small file, which need not be there."""

from pathlib import Path

import pytest

from slides.engine import lecturer

LOGO = b"\x89PNG"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with a logo."""
    (tmp_path / "slides").mkdir()
    (tmp_path / "slides" / "logo.png").write_bytes(LOGO)
    return tmp_path


def said(root: Path, text: str) -> lecturer.Lecturer:
    """What is read of a file with this text."""
    (root / lecturer.FILE).write_text(text, encoding="utf-8")
    return lecturer.read(root)


def told(root: Path) -> list[str]:
    """What is wrong with the file."""
    return [str(problem) for problem in lecturer.problems(root)]


def test_a_course_without_the_file_says_nothing_and_has_no_problem(root: Path) -> None:
    assert lecturer.read(root) == lecturer.Lecturer()
    assert told(root) == []


def test_title_name_date_and_address_are_read_and_the_logo_comes_along(root: Path) -> None:
    text = 'title = "Systems"\nname = "Ada"\ndate = "today"\naddress = "https://x.org/"\nlogo = "logo.png"\n'
    assert said(root, text) == lecturer.Lecturer(
        "Systems", "Ada", "today", "https://x.org/", "data:image/png;base64,iVBORw=="
    )
    assert told(root) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('name = "Ada"\n\nnmae = "Ada"\n', "3: Unknown key 'nmae'. Did you mean name?"),
        ("name = 5\n", "1: 'name' is no text. Write name = \"…\"."),
        ('logo = "none.png"\n', "1: There is no image 'none.png'. Put it beside slides/lecturer.toml, as one of"),
        ('logo = "lecturer.toml"\n', "1: There is no image 'lecturer.toml'. "),
        ('\nname = "Ada\n', "2: It cannot be read: "),
    ],
)
def test_what_is_wrong_is_told_by_line_and_counts_as_not_said(root: Path, text: str, problem: str) -> None:
    assert said(root, text) in (lecturer.Lecturer(), lecturer.Lecturer(name="Ada"))
    [line] = told(root)
    assert line.startswith(f"slides/lecturer.toml:{problem}")
