"""The map of the lessons says what the lessons themselves say, and a draft that it is one."""

import re
from pathlib import Path

import pytest

from content.engine.course import lesson, minutes
from content.engine.course.lesson import Lesson, drafts, is_draft, labelled
from content.engine.course.minutes import Minutes
from content.engine.directives.overview import overview
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import ROOT, Site, parsed, text_of, with_class
from tests.support.small import LESSON, SmallCourse, configuration

ORDER = lesson.slugs_in(configuration().nav)
PAGE = """\
---
description: How to make *tea*.
---
# Tea, and `time`

!!! abstract "After this lesson you can"
    ::: minutes tea
    you need: [Water](water.md#hot), functions
    and classes ·
    [slides](../slides/tea/index.html)

What you need: a pot ·
"""

TEA, TIME = Lesson("tea", "Tea", "", ""), Minutes(25, 0)
DRAFT = f"---\nminutes: 5\ndraft: true\n---\n{LESSON}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course of one lesson about tea."""
    (tmp_path / "content" / "lessons").mkdir(parents=True)
    (tmp_path / "content" / "lessons" / "tea.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def write(root: Path, text: str) -> Lesson:
    """The lesson about tea with another page."""
    (root / "content" / "lessons" / "tea.md").write_text(text, encoding="utf-8")
    return lesson.read(root, "tea")


def test_all_of_a_lesson_is_read_from_its_page(root: Path) -> None:
    needs = "[Water](water.md#hot), functions and classes"
    assert lesson.read(root, "tea") == Lesson("tea", "Tea, and `time`", "How to make *tea*.", needs)


@pytest.mark.parametrize("text", ["", "text\n", "---\n- a list\n---\n", "---\ndescription: [\n---\n"])
def test_a_page_that_says_nothing_is_a_lesson_whose_lacks_are_told(text: str, root: Path) -> None:
    found = write(root, text)
    assert found == Lesson("tea", "tea", "", "")
    assert [str(problem) for problem in lesson.problems(found)] == [
        "content/lessons/tea.md:1: It has no description. Add description: … to its front matter.",
    ]


def test_the_map_says_that_a_draft_is_one(root: Path) -> None:
    finished, unfinished = lesson.read(root, "tea"), write(root, PAGE.replace("---\n#", "draft: true\n---\n#"))
    assert "Draft" not in "\n".join(overview([(finished, TIME)]))
    assert ">Draft · **25 minutes** of reading · you need:" in "\n".join(overview([(unfinished, TIME)]))


def test_a_whole_lesson_lacks_nothing(root: Path) -> None:
    assert list(lesson.problems(lesson.read(root, "tea"))) == []


def test_a_lesson_of_the_navigation_without_a_page_is_left_out(root: Path) -> None:
    assert [one.slug for one in lesson.all_of(root, ["water", "tea"])] == ["tea"]


def test_the_map_leads_to_each_lesson_and_to_what_it_needs(root: Path) -> None:
    [_, _, card, _, _, _, _, total] = overview([(lesson.read(root, "tea"), TIME)])
    assert "[Tea, and `time`](lessons/tea.md)" in card
    assert "you need: [Water](lessons/water.md#hot), functions and classes<" in card
    assert "How to make &#42;tea&#42;." in card
    assert total == "All together: 25 minutes of reading."


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 minutes"), (60, "1 hour"), (61, "1 hour and 1 minutes"), (120, "2 hours"), (150, "2 hours and 30 minutes")],
)
def test_minutes_are_added_up_to_hours(minutes: int, said: str) -> None:
    assert overview([(TEA, Minutes(minutes, 0))])[-1] == f"All together: {said} of reading."


def test_reading_and_exercises_are_added_up_apart() -> None:
    [*_, total] = overview([(TEA, Minutes(45, 35)), (TEA, Minutes(75, 90))])
    assert total == "All together: 2 hours of reading, and 2 hours and 5 minutes of exercises."


@pytest.mark.parametrize("slug", LESSONS)
def test_the_minutes_of_a_lesson_are_the_same_in_its_box_and_on_the_map(slug: str, site: Site) -> None:
    [box] = with_class(site.page(f"lessons/{slug}"), "abstract")
    [card] = [card for card in site.page(".").iter("li") if card.get("data-lesson") == slug]
    [told] = {*re.findall(r"\d+ minutes of reading(?:, \d+ of exercises)? · you need", text_of(box) + text_of(card))}
    assert told.startswith(f"{card.get('data-minutes')} minutes")


@pytest.mark.parametrize("slug", LESSONS)
def test_what_a_lesson_needs_comes_before_it(slug: str) -> None:
    needed = re.findall(r"\]\((\w+)\.md", lesson.read(ROOT, slug).needs)
    assert lesson.read(ROOT, slug).needs
    assert all(ORDER.index(name) < ORDER.index(slug) for name in needed)


def test_home_shows_every_lesson_in_order_with_its_minutes_and_what_it_needs(site: Site) -> None:
    [lessons] = with_class(site.page("."), "lesson-map")
    cards = list(lessons.iter("li"))
    assert [card.get("data-lesson") for card in cards] == ORDER
    assert sorted(ORDER) == LESSONS
    for card, slug in zip(cards, ORDER, strict=True):
        one = lesson.read(ROOT, slug)
        time = minutes.of_lesson(ROOT, slug)
        assert card.get("data-minutes") == str(time.reading)
        assert f"{minutes.told(time).replace('**', '')} · you need: " in text_of(card)
        assert one.description in text_of(card)
        assert next(card.iter("a")).get("href") == f"lessons/{slug}/"


def test_a_comment_in_the_front_matter_is_no_title(root: Path) -> None:
    assert write(root, "---\n# 25 minutes at the least\nminutes: 30\n---\n# Tea\n").title == "Tea"


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


WITH_POINTS = """---
description: "## Key points"
---
# Tea

!!! abstract "After this lesson you can"
    - boil [water](../glossary.md#water);
    - pour it, in
      one go

    **5 minutes** · you need: a kettle

## Pot

## Key points

- Hot `water`.
- No
  milk.

1. Drink.

## Check yourself

- Why?
"""


def test_the_objectives_are_the_list_in_the_box_without_links_and_trailing_semicolons() -> None:
    assert lesson.objectives(WITH_POINTS) == "- boil water\n- pour it, in one go"


def test_the_key_points_are_all_items_of_their_section() -> None:
    assert lesson.key_points(WITH_POINTS) == "- Hot `water`.\n- No milk.\n1. Drink."


def test_a_page_without_them_has_none() -> None:
    assert (lesson.objectives("# Tea\n"), lesson.key_points("# Tea\n\n- milk\n")) == ("", "")
