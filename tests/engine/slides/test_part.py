"""A deck is rendered once, and again only when something that it is made of has changed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from slides.engine import deck
from slides.engine.part import slides_of
from tests.support.small import DECK, HELLO, LESSON, SmallCourse, configuration

RENDER = deck.render


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    small = SmallCourse(tmp_path)
    small.write("snippets/greetings/other.py", HELLO)
    return small


@pytest.fixture
def rendered(small: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Ask for the slides; gives the decks that were rendered for it. The deck has been rendered once."""
    calls: list[str] = []

    def render(root: Path, path: Path, extensions: Sequence[Any], configs: Mapping[str, Any]) -> str:
        calls.append(path.stem)
        return RENDER(root, path, extensions, configs)

    def ask(extension: str = "toc", **configs: Any) -> list[str]:
        calls.clear()
        config = configuration()
        given = {**config.mdx_configs, "content.engine.fence.extension": {"root": str(small.root)}, **configs}
        path = small.root / "slides" / "decks" / "greetings.md"
        slides = slides_of(small.root, path, [*config.markdown_extensions, extension], given, small.library)
        assert slides == RENDER(small.root, path, [*config.markdown_extensions, extension], given)
        return [*calls]

    monkeypatch.setattr(deck, "render", render)
    assert ask() == ["greetings"]
    return ask


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("slides/decks/greetings.md", DECK.replace("Greetings", "Welcome")),
        ("content/lessons/greetings.md", LESSON.replace("Greetings", "Welcome")),
        ("snippets/greetings/hello.py", 'print("welcome")\n'),
    ],
)
def test_a_change_of_outline_lesson_or_program_renders_the_deck(
    small: SmallCourse, rendered: Callable[..., list[str]], path: str, text: str
) -> None:
    small.write(path, text)
    assert rendered() == ["greetings"]
    assert rendered() == []


def test_a_change_of_anything_else_does_not(small: SmallCourse, rendered: Callable[..., list[str]]) -> None:
    small.write("content/index.md", "# Welcome\n")
    small.write("slides/decks/welcome.md", DECK)
    small.write("snippets/greetings/other.py", "print(1)\n")
    assert rendered() == []


def plain_format(*_: object, **_more: object) -> str:
    """A function of the same name as another one."""
    return ""


OTHERS: list[dict[str, Any]] = [
    {"extension": "sane_lists"},
    {"footnotes": {"BACKLINK_TEXT": "up"}},
    {"toc": {"slugify": partial(plain_format, case="lower")}},
    {"toc": {"slugify": partial(plain_format, case="upper")}},
]


@pytest.mark.parametrize("change", OTHERS)
def test_another_extension_or_setting_renders_the_deck(
    rendered: Callable[..., list[str]], change: dict[str, Any]
) -> None:
    assert rendered(**change) == ["greetings"]
    assert rendered(**change) == rendered() == []


def test_a_deck_with_a_mistake_is_rendered_until_it_is_mended_wherever_it_is(
    small: SmallCourse, rendered: Callable[..., list[str]]
) -> None:
    small.write("slides/decks/greetings.md", DECK.replace("hello.py", "tea.py"))
    small.write("content/lessons/greetings.md", LESSON.replace("hello.py", "tea.py"))
    assert rendered() == rendered() == ["greetings"]
    small.write("snippets/greetings/tea.py", HELLO)
    assert (rendered(), rendered()) == (["greetings"], [])


def test_a_text_that_an_extension_includes_renders_the_deck(
    small: SmallCourse, rendered: Callable[..., list[str]]
) -> None:
    snippets = {"pymdownx.snippets": {"base_path": [str(small.root / "parts")]}}
    small.write("slides/decks/greetings.md", f'{DECK}\n--8<-- "tea.md"\n')
    for text in ("A cup.\n", "A pot.\n", DECK.partition("\n\n")[2]):
        small.write("parts/tea.md", text)
        assert rendered("pymdownx.snippets", **snippets) == ["greetings"]
        assert rendered("pymdownx.snippets", **snippets) == []
