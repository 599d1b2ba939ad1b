"""The title slide says where a deck belongs, and who lectures; the closing slide where to read on."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.engine.directives.parts import About
from slides.engine import occasion
from slides.engine.occasion import Occasion
from tests.support.site import Tree, parsed, text_of, with_class

COURSE = About("Brewing & more", "The maintainers", "https://x.org/tea/", ["water", "tea"])
SLIDES = (
    '<section id="tea" class="title" data-timing="60">\n<h1>Tea</h1>\n</section>\n'
    '<section id="pot" class="content"><h2>Pot</h2></section>\n'
    '<section id="key-points" class="closing"><h2>Key points</h2></section>'
)
FULL = Occasion(
    "Brewing", "Lesson 2 of 2", "Ada <A>", "1 May", "https://x.org/tea/lessons/tea/", "data:image/png;base64,"
)


def shown(told: Occasion) -> list[Tree]:
    """The three slides."""
    return list(parsed(occasion.told(SLIDES, told)).iter("section"))


def test_a_title_slide_says_course_lesson_lecturer_day_and_address_and_shows_the_logo() -> None:
    title, other, closing = shown(FULL)
    words = " ".join(text_of(title).split())
    assert words == "Brewing · Lesson 2 of 2 Tea Ada <A>1 MayRead along:x.org/tea/lessons/tea"
    assert [image.get("src") for image in title.iter("img")] == ["data:image/png;base64,"]
    assert text_of(other) == "Pot"
    assert "do the exercises" in text_of(closing)


def test_the_address_is_a_link_and_a_code_that_says_which() -> None:
    for slide in (shown(FULL)[0], shown(FULL)[2]):
        assert [link.get("href") for link in slide.iter("a")] == [FULL.address]
        [code] = with_class(slide, "qr")
        assert (code.get("role"), code.get("aria-label")) == ("img", f"QR code of {FULL.address}")
        assert [one for one in code.iter() if str(one.tag).endswith("path")]


def test_a_course_of_unknown_address_claims_none() -> None:
    bare = Occasion("Brewing", "", "", "", "", "")
    assert [text_of(slide).split() for slide in shown(bare)] == [["Brewing", "Tea"], ["Pot"], ["Key", "points"]]


def test_what_nobody_says_comes_from_the_course(tmp_path: Path) -> None:
    told = occasion.of(tmp_path, tmp_path / "slides/decks/tea.md", COURSE)
    assert told == Occasion(
        "Brewing & more", "Lesson 2 of 2", "The maintainers", "", "https://x.org/tea/lessons/tea/", ""
    )
    assert occasion.of(tmp_path, tmp_path / "milk.md", COURSE).lesson == ""


def test_what_the_lecturer_says_goes_before_what_the_course_does(tmp_path: Path) -> None:
    (tmp_path / "slides").mkdir()
    (tmp_path / occasion.FILE).write_text(
        'title = "Hot"\nname = "Ada"\ndate = "May"\naddress = "https://y.org"', encoding="utf-8"
    )
    told = occasion.of(tmp_path, tmp_path / "slides/decks/tea.md", COURSE)
    assert told == Occasion("Hot", "Lesson 2 of 2", "Ada", "May", "https://y.org/lessons/tea/", "")


def test_without_a_date_it_is_the_day_of_the_decks_last_change(tmp_path: Path) -> None:
    days = {"slides/decks/tea.md": "2026-05-01"}
    assert occasion.of(tmp_path, tmp_path / "slides/decks/tea.md", replace(COURSE, days=days)).date == "1 May 2026"


LOGO = b"\x89PNG"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with a logo."""
    (tmp_path / "slides").mkdir()
    (tmp_path / "slides" / "logo.png").write_bytes(LOGO)
    return tmp_path


def said(root: Path, text: str) -> occasion.Lecturer:
    """What is read of a file with this text."""
    (root / occasion.FILE).write_text(text, encoding="utf-8")
    return occasion.lecturer_of(root)


def told(root: Path) -> list[str]:
    """What is wrong with the file."""
    return [str(problem) for problem in occasion.problems(root)]


def test_a_course_without_the_file_says_nothing_and_has_no_problem(root: Path) -> None:
    assert occasion.lecturer_of(root) == occasion.Lecturer()
    assert told(root) == []


def test_title_name_date_and_address_are_read_and_the_logo_comes_along(root: Path) -> None:
    text = 'title = "Systems"\nname = "Ada"\ndate = "today"\naddress = "https://x.org/"\nlogo = "logo.png"\n'
    assert said(root, text) == occasion.Lecturer(
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
    assert said(root, text) in (occasion.Lecturer(), occasion.Lecturer(name="Ada"))
    [line] = told(root)
    assert line.startswith(f"slides/lecturer.toml:{problem}")
