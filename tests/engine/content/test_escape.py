"""Any text can be shown as it is on a page of Markdown, as prose and as code."""

import pytest
from markdown import Markdown

from content.engine.course.escape import code, plain
from tests.support.site import parsed, text_of
from tests.support.small import configuration

STRANGE = [
    "A subclass with an __init__ that forgets super().__init__().",
    "args=(*names, **options) & <lambda> | [a](b) {c} \\d ![x](y) \\`z",
    "1 * 2 * 3 and _one_ &amp; :::",
]


def html(text: str) -> str:
    """A line between two words, as the site's Markdown renders it."""
    return Markdown(extensions=list(configuration().markdown_extensions)).convert(f"so {text} it")


@pytest.mark.parametrize("text", STRANGE)
def test_prose_looks_as_it_was_written(text: str) -> None:
    page = parsed(html(plain(text)))
    assert text_of(page) == f"so {text} it"
    assert {element.tag for element in page.iter()} == {"html", "head", "body", "p"}


def test_what_stands_between_backticks_is_code() -> None:
    [found] = parsed(html(plain("the line `sold += 1`, <b>not</b> this"))).iter("code")
    assert text_of(found) == "sold += 1"


@pytest.mark.parametrize("text", [*STRANGE, "a ` b", "`all`", "``"])
def test_code_looks_as_it_was_written(text: str) -> None:
    [found] = parsed(html(code(text))).iter("code")
    assert text_of(found) == text
