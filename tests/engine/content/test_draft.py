"""A lesson that is not finished says so in its front matter, and then on its page."""

import pytest

from content.engine.course.draft import drafts, is_draft, labelled
from tests.support.site import parsed, text_of, with_class
from tests.support.small import LESSON, SmallCourse

DRAFT = f"---\nminutes: 5\ndraft: true\n---\n{LESSON}"


def test_front_matter_makes_a_draft() -> None:
    assert is_draft(DRAFT)


@pytest.mark.parametrize(
    "text",
    [
        LESSON,
        DRAFT.replace("draft: true\n", ""),
        DRAFT.replace("true", "false"),
        f"{LESSON}\ndraft: true\n",
        f"---\nminutes: 5\n---\n{LESSON}\ndraft: true\n---\n",
        f"\n{DRAFT}",
    ],
    ids=["none", "finished", "false", "in the text", "between rules", "below a blank line"],
)
def test_nothing_else_does(text: str) -> None:
    assert not is_draft(text)


def test_a_draft_is_labelled_once_below_its_heading() -> None:
    html = labelled("<h1>Greetings</h1>\n<p>Hello.</p><h1>More</h1>")
    assert html.startswith('<h1>Greetings</h1>\n<div class="admonition warning">')
    assert html.endswith("</div>\n<p>Hello.</p><h1>More</h1>")


def test_a_draft_without_a_heading_is_labelled_at_its_top() -> None:
    assert labelled("<p>Hello.</p>").endswith("</div><p>Hello.</p>")


def test_the_build_labels_a_draft_and_names_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    small = SmallCourse(tmp_path_factory.mktemp("course"))
    small.write("content/lessons/greetings.md", DRAFT)
    built = small.build()
    assert built.returncode == 0, built.stderr
    assert "INFO    -  content/lessons/greetings.md is a draft, and its page says so." in built.stderr
    assert drafts(small.root) == ["content/lessons/greetings.md"]
    for page, titles in {"lessons/greetings/index.html": ["Draft"], "index.html": []}.items():
        tree = parsed((small.root / "site" / page).read_text(encoding="utf-8"))
        assert [text_of(title) for title in with_class(tree, "admonition-title")] == titles
    plain = (small.root / "site/lessons/greetings.md").read_text(encoding="utf-8")
    assert plain.startswith("> **Draft.** This page is still being written. ")
    assert "Draft" not in (small.root / "site/index.md").read_text(encoding="utf-8")
