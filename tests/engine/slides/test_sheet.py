"""A lesson on one page: its key points, and its most important program with its run."""

from pathlib import Path

import pytest

from slides.engine import sheet
from slides.engine.occasion import Occasion
from tests.support.site import Tree, outputs, parsed, text_of, with_class
from tests.support.small import LESSON, SmallCourse, configuration

TOLD = Occasion("Small Course", "Lesson 1 of 1", "Ada", "1 May", "https://x.org/lessons/greetings/", "")
KEY_POINTS = '\n## Key points {minutes="1" program="greetings/hello.py"}\n'


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """A course whose lesson has key points, and whose deck names a program for the sheet."""
    course = SmallCourse(tmp_path)
    course.write("snippets/greetings/hello.py", '"""Say hello.\n\nTwice."""\n\nprint("hello" * 2)\n')
    course.write(
        "content/lessons/greetings.md", f"---\ndescription: How to greet.\n---\n{LESSON}\n## Key points\n\n- Smile.\n"
    )
    course.write("slides/decks/greetings.md", f'# Greetings {{minutes="1"}}\n\n---\n{KEY_POINTS}')
    return course


def rendered(small: SmallCourse) -> Tree:
    """The cheat sheet of the lesson."""
    config = configuration()
    configs = {**config.mdx_configs, "content.engine.fence.extension": {"root": str(small.root)}}
    path = small.root / "slides/decks/greetings.md"
    return parsed(sheet.render(small.root, path, config.markdown_extensions, configs, TOLD))


def test_a_sheet_has_the_key_points_of_the_lesson_and_the_program_with_its_run(small: SmallCourse) -> None:
    tree = rendered(small)
    assert [text_of(heading) for kind in ("h1", "h2") for heading in tree.iter(kind)] == [
        "Greetings",
        "Key points",
        "Say hello",
    ]
    assert [text_of(item) for item in tree.iter("li")] == ["Smile."]
    assert outputs(tree) == {"greetings/hello.py": ["hellohello\n"]}
    assert "How to greet." in text_of(tree)
    assert [code.get("aria-label") for code in with_class(tree, "qr")] == [f"QR code of {TOLD.address}"]


def test_a_deck_that_names_no_program_has_a_sheet_without_one(small: SmallCourse) -> None:
    small.write("slides/decks/greetings.md", '# Greetings {minutes="1"}\n')
    assert outputs(rendered(small)) == {}


def test_what_a_sheet_is_made_of_are_the_page_and_the_program(small: SmallCourse) -> None:
    path = small.root / "slides/decks/greetings.md"
    assert sheet.program_of(path) == "greetings/hello.py"
    text = sheet.sources(small.root, path)
    assert "Smile." in text
    assert "hello" in text
