"""A link, an image or a place that a deck names and the site does not have is told, by the line of its outline."""

import shutil
from pathlib import Path

import pytest

from tests.support.site import parsed
from tests.support.small import DECK, LESSON, SmallCourse, warnings

SLIDE = '\n---\n\n## Links {{minutes="1"}}\n\n{}\n\n/// html | aside.notes\nNote: Look.\n///\n'
SOUND = """\
[page](../../about/) [section](../../lessons/greetings/#my-own) [own](#/links) [slide](../more/#/second)
[zip](../../programs.zip) [web](https://example.org/x#y) [mail](mailto:a@example.org) ![dot](../../dot.svg)
[first](../more/#/2) [deck](../more/index.html) [none](#)
"""
CASES = {
    "[a](../../lessons/greetings.md)": "leads to nothing in the site. Did you mean ../../lessons/greetings/",
    "[a](../../abuot/)": "leads to nothing in the site. Did you mean ../../about/",
    "![a](../../dto.svg)": "leads to nothing in the site. Did you mean ../../dot.svg",
    "[a](../../lessons/greetings/#my-onw)": "names a place that is not there. Did you mean my-own?",
    "[a](../more/#/secnod)": "names a place that is not there. Did you mean second?",
    "[a](/about/)": "is absolute. Write where it leads as seen from this deck, such as ../../about/.",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    small = SmallCourse(tmp_path_factory.mktemp("course"))
    small.write("content/about.md", "# About\n")
    small.write("content/dot.svg", "<svg/>")
    small.write("content/lessons/greetings.md", LESSON + "\n## Hello {#my-own}\n\n## Hello {#other}\n")
    small.write("content/lessons/more.md", LESSON)
    small.write("slides/decks/more.md", DECK + SLIDE.format("Two.").replace("## Links", "## Second"))
    return small


def told(small: SmallCourse, text: str) -> list[str]:
    """What a strict build warns of where a slide says this."""
    small.write("slides/decks/greetings.md", DECK + SLIDE.format(text))
    built = small.build()
    return warnings(built.stdout + built.stderr)


def test_links_that_lead_somewhere_are_no_problems(course: SmallCourse) -> None:
    assert told(course, SOUND) == []


def test_each_that_leads_nowhere_is_told_by_its_line(course: SmallCourse) -> None:
    lines = told(course, "\n\n".join(CASES))
    first = DECK.count("\n") + 6
    assert len(lines) == len(CASES)
    for number, (link, message) in enumerate(CASES.items()):
        target = link.partition("(")[2].rstrip(")")
        begin = f"slides/decks/greetings.md:{first + 2 * number}: The link '{target}' {message.partition(' Did')[0]}"
        assert [line for line in lines if line.startswith(begin)], lines


def test_ids_of_the_authors_own_and_equal_headings_are_linked_to_as_they_are(course: SmallCourse) -> None:
    deck = DECK + SLIDE.format("Hi.").replace("## Links", "## Hello")
    course.write("slides/decks/greetings.md", deck)
    shutil.rmtree(course.root / "site", ignore_errors=True)
    built = course.build()
    assert warnings(built.stdout + built.stderr) == []
    slides = parsed((course.root / "site/slides/greetings/index.html").read_text(encoding="utf-8"))
    assert [slide.get("data-lesson") for slide in slides.iter("section")] == [None, "my-own"]


def test_a_site_without_directory_addresses_has_decks_that_lead_to_their_lessons(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.write("mkdocs.yml", (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") + "use_directory_urls: false\n")
    built = small.build()
    assert warnings(built.stdout + built.stderr) == []
    page = (tmp_path / "site/slides/greetings/index.html").read_text(encoding="utf-8")
    assert 'href="../../lessons/greetings.html"' in page
