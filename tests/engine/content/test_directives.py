"""Lines `:::` are replaced by what they ask for, and mistakes in them are told, in place and by the build."""

from pathlib import Path

import pytest

from content.engine.directives.directive import Material
from content.engine.directives.extension import Registry
from content.engine.fence.header import Place
from content.engine.fence.scan import Asked, asked_in
from slides.engine import part
from tests.support.site import ROOT, Site, text_of, with_class
from tests.support.small import SmallCourse, warnings

LESSON = (
    '---\ndescription: Hello.\nminutes: 5\n---\n# Greetings\n\n```python exec="on" file="greetings/hello.py"\n```\n'
)
KNOWN = "decks, errors, exercise, exercises, lessons, minutes, programs, timetable"


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write("content/lessons/greetings.md", LESSON)
    return course


def registry(small: SmallCourse) -> Registry:
    """The lines that a course with slides knows."""
    return Registry(Material(small.root, ("greetings",)), part.DIRECTIVES)


def told(small: SmallCourse, text: str) -> list[str]:
    """What an author is told of a home page."""
    small.write("content/index.md", text)
    return [str(problem) for problem in registry(small).problems_of_pages()]


def test_lines_that_ask_are_found_with_their_margins_and_those_in_fences_are_text() -> None:
    text = "# Home\n\n::: errors \n\n```text\n::: nothing\n```\n\n> :::  exercise  a/b\n\nSee ::: errors.\n\n:::\n"
    assert asked_in(text) == (Asked(2, "", "errors", ""), Asked(8, "> ", "exercise", "a/b"))


@pytest.mark.parametrize("what", ["lessons", "programs", "errors"])
def test_a_line_that_asks_is_replaced_and_all_others_stay(what: str) -> None:
    made = Registry(Material(ROOT, ("creating_threads",))).expanded(
        f"# Home\n\n::: {what}\n\n```\n::: {what}\n```\nend"
    )
    assert made.startswith("# Home\n\n")
    assert made.endswith(f"\n\n```\n::: {what}\n```\nend")
    assert "(lessons/creating_threads.md" in made


def test_a_page_that_asks_for_all_is_known(small: SmallCourse) -> None:
    assert registry(small).asks_for_all("# Home\n\n:::  errors \n")
    assert not registry(small).asks_for_all("# Home\n\n::: exercise a/b\n\n::: none\n\n errors\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("::: program", "A line '::: program' means nothing. Did you mean programs?"),
        ("::: map of all", f"A line '::: map' means nothing. Known: {KNOWN}."),
        ("::: errors locks", "'::: errors' takes nothing behind it. Write ::: errors."),
        ("::: decks of cards", "'::: decks' takes nothing behind it. Write ::: decks."),
    ],
)
def test_a_line_that_cannot_be_meant_is_told(line: str, message: str, small: SmallCourse) -> None:
    assert told(small, f"# Home\n\n{line}\n") == [f"content/index.md:3: {message}"]


def test_a_line_with_a_mistake_is_told_in_its_place_and_left_out_of_plain_text(small: SmallCourse) -> None:
    page = small.page("# Home\n\n::: program\n\nEnd.\n")
    assert [text_of(one) for one in with_class(page, "run-problem")] == [
        "::: program cannot be showncontent/page.md:3: A line '::: program' means nothing. Did you mean programs?"
    ]
    assert registry(small).expanded("A\n::: program\nB") == "A\nB"


def test_sound_lines_and_lines_in_fences_are_no_problems(small: SmallCourse) -> None:
    assert told(small, "::: lessons\n\n::: errors\n\n::: decks\n\n```text\n::: nothing\n```\n\n:::\n") == []


def test_a_line_in_a_deck_is_a_problem(small: SmallCourse) -> None:
    here = Place("slides/decks/greetings.md", 1, "deck")
    assert [str(problem) for problem in registry(small).problems("\n::: programs\n", here)] == [
        "slides/decks/greetings.md:2: '::: programs' is for pages. Leave it out here."
    ]


def test_a_lesson_that_lacks_what_the_map_tells_is_a_problem_where_there_is_a_map(small: SmallCourse) -> None:
    small.write("content/lessons/greetings.md", "# Greetings\n")
    assert told(small, "# Home\n") == []
    assert [message.partition(":1: ")[0] for message in told(small, "::: lessons\n")] == [
        "content/lessons/greetings.md"
    ]


def test_a_build_replaces_the_lines_outside_fences_and_tells_the_mistakes(small: SmallCourse) -> None:
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text(encoding="utf-8").replace("nav: null", "nav:"))
    with (small.root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("  - index.md\n  - lessons/greetings.md\n")
    small.write("content/index.md", "# Home\n\n::: programs\n\n::: leson\n\n```text\n::: decks\n```\n")
    built = small.build()
    assert warnings(built.stdout + built.stderr) == [
        "content/index.md:5: A line '::: leson' means nothing. Did you mean lessons?"
    ]
    page = text_of(Site(small.root / "site", "").page("."))
    assert "hello.py" in page
    assert "\n::: decks\n" in page


def test_an_index_leads_to_programs_whatever_ids_an_author_gives_to_sections(small: SmallCourse) -> None:
    lesson = LESSON.replace("# Greetings\n", "# Greetings\n\n## Hello {#my-own}\n\n## Hello {#other}\n")
    small.write("content/lessons/greetings.md", lesson)
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text(encoding="utf-8").replace("nav: null", "nav:"))
    with (small.root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("  - index.md\n  - lessons/greetings.md\n")
    small.write("content/index.md", "# Home\n\n::: programs\n")
    built = small.build()
    assert warnings(built.stdout + built.stderr) == []
    assert 'href="lessons/greetings/#program-greetings-hello"' in (small.root / "site/index.html").read_text(
        encoding="utf-8"
    )
    assert 'id="program-greetings-hello"' in (small.root / "site/lessons/greetings/index.html").read_text(
        encoding="utf-8"
    )


def test_no_line_that_asks_is_left_on_a_page(site: Site) -> None:
    assert [path for path, page in site.pages().items() if ":::" in text_of(page)] == []
