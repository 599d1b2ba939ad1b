"""What crawlers, language models and other sites find: descriptions, addresses, a sitemap, every page as Markdown."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from content.engine.course.texts import embeds
from content.engine.course.texts import pages as pages_of
from content.engine.fence.header import Embed
from content.engine.fence.output import to_text
from tests.support.course import Course, each, each_course
from tests.support.site import Built, Site, Tree
from tests.support.small import SmallCourse

ADDRESS = "https://example.org/course/"
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^()\s]+)\)")
FENCE = re.compile(r"^(?P<margin>[ >]*)(?P<ticks>`{3,}|~{3,})(?P<language>\w*)$")


def sources(course: Course) -> list[str]:
    """The pages of a course, by their path below its content."""
    return [path.relative_to(course.root / "content").as_posix() for path in pages_of(course.root)]


def meta(page: Tree, name: str) -> list[str]:
    """The contents of a page's meta elements of a name or a property."""
    return [one.get("content", "") for one in page.iter("meta") if name in (one.get("name"), one.get("property"))]


def links(page: Tree, relation: str) -> list[str]:
    """The addresses of a page's link elements of a relation."""
    return [one.get("href", "") for one in page.iter("link") if relation in one.get("rel", "").split()]


def readable(site: Site) -> dict[str, Tree]:
    """Every page but the decks and the one for addresses that lead nowhere."""
    return {name: page for name, page in site.pages().items() if not name.startswith("slides/") and name != "404.html"}


def listings(markdown: str) -> Iterator[tuple[str, str]]:
    """The fences of a Markdown text: each with its language and its text."""
    lines = iter(markdown.split("\n"))
    for line in lines:
        if opening := FENCE.match(line):
            closing, margin = opening["margin"] + opening["ticks"], opening["margin"]
            body = iter(lines.__next__, closing)
            yield opening["language"], "".join(f"{text.removeprefix(margin)}\n" for text in body)


def prose(markdown: str) -> str:
    """A Markdown text without its fences."""
    kept, closing = [], ""
    for line in markdown.split("\n"):
        opening = None if closing else FENCE.match(line)
        if opening:
            closing = opening["margin"] + opening["ticks"]
        elif line == closing:
            closing = ""
        elif not closing:
            kept.append(line)
    return "\n".join(kept)


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small course that knows the address of its site, with a page that the navigation leaves out."""
    small = SmallCourse(tmp_path_factory.mktemp("hosted"))
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text(encoding="utf-8").replace("nav: null", NAV))
    small.write("content/words.md", "---\ndescription: All words.\n---\n# Words\n")
    small.write("content/lessons/greetings.md", GREETINGS)
    built = small.build(COURSE_SITE=ADDRESS)
    return Site(small.root / "site", built.stdout + built.stderr)


NAV = "nav: [index.md, Lessons: [lessons/greetings.md], words.md]"
GREETINGS = """\
---
description: How to greet & part.
minutes: 5
---
# "Greetings"

[Words](../words.md)

```python exec="on" file="greetings/hello.py"
```
"""


@each_course
def test_every_page_has_a_description_of_its_own(built: Built) -> None:
    told = {name: meta(page, "description") for name, page in readable(built.site).items()}
    assert [name for name, found in told.items() if len(found) != 1 or not 20 < len(found[0]) <= 160] == []
    assert len({found[0] for found in told.values()}) == len(told)


@each_course
def test_a_link_to_a_page_can_be_shown_with_its_title_and_description(built: Built) -> None:
    for page in readable(built.site).values():
        assert meta(page, "og:description") == meta(page, "description")
        assert meta(page, "og:title") != [""]


def test_a_link_is_shown_with_the_words_of_its_page_and_the_address_of_the_site(hosted: Site) -> None:
    lesson = hosted.page("lessons/greetings")
    assert meta(lesson, "og:title") == ['"Greetings"']
    assert meta(lesson, "og:description") == ["How to greet & part."]
    assert meta(lesson, "og:url") == [f"{ADDRESS}lessons/greetings/"]
    assert [meta(hosted.page(name), "og:type") for name in ("lessons/greetings", "words")] == [["article"], ["website"]]


def test_a_site_that_knows_its_address_names_it_on_every_page(hosted: Site) -> None:
    assert links(hosted.page("lessons/greetings"), "canonical") == [f"{ADDRESS}lessons/greetings/"]


@each_course
def test_a_site_that_does_not_know_its_address_claims_none(built: Built) -> None:
    assert {tuple(links(page, "canonical") + meta(page, "og:url")) for page in readable(built.site).values()} == {()}
    assert not (built.site.folder / "sitemap.xml").exists()


def test_the_sitemap_has_every_page_and_every_deck(hosted: Site) -> None:
    tree = ElementTree.fromstring((hosted.folder / "sitemap.xml").read_text(encoding="utf-8"))
    pages = [name.removesuffix("index.html") for name in hosted.pages() if name != "404.html"]
    assert [place.text for url in tree for place in url] == sorted(ADDRESS + page for page in pages)
    assert "slides/greetings/" in pages


def test_llms_leads_to_every_page_in_the_order_of_the_navigation(hosted: Site) -> None:
    assert (hosted.folder / "llms.txt").read_text(encoding="utf-8").split("\n\n")[3:] == [
        "## The course",
        f"- [Small Course]({ADDRESS}index.md)\n- [Words]({ADDRESS}words.md): All words.",
        "## Lessons",
        f'- ["Greetings"]({ADDRESS}lessons/greetings.md): How to greet & part.\n',
    ]


@each_course
def test_llms_of_the_course_leads_to_every_page_as_markdown(course: Course, built: Built) -> None:
    text = (built.site.folder / "llms.txt").read_text(encoding="utf-8")
    there = {path.relative_to(built.site.folder).as_posix() for path in twins(built.site)}
    assert course.moved <= there
    assert sorted(LINK.findall(text)) == sorted(there - course.moved)
    assert all(f"]({source}): " in text for source in sources(course) if source not in course.moved)


def twins(site: Site) -> list[Path]:
    """The pages of a site as Markdown."""
    return sorted(site.folder.rglob("*.md"))


@each_course
def test_every_page_is_there_as_markdown_and_says_so(course: Course, built: Built) -> None:
    site = built.site
    for name, page in readable(site).items():
        [address] = links(page, "alternate")
        assert (site.folder / name).parent.joinpath(address).resolve() in twins(site)
    beside_decks = [path for path in twins(site) if path.relative_to(site.folder).parts[0] != "slides"]
    assert len(readable(site)) == len(beside_decks)
    assert len(twins(site)) >= len(sources(course))


@each("source", sources)
def test_every_program_and_what_a_terminal_shows_of_every_run_of_a_page_is_in_its_markdown(
    course: Course, source: str, built: Built
) -> None:
    found = list(listings((built.site.folder / source).read_bytes().decode()))
    for embed in embeds(course.root, course.root / "content" / source):
        program, runs = built.library.program(embed.file), built.library.record(embed.file).runs
        if embed.show in ("both", "source"):
            assert ("python", program.text_of(embed.part) if embed.part else program.source) in found
        for output in [to_text(run.output) for run in runs if run.output and shows_output(embed)]:
            assert ("text", output.removesuffix("\n") + "\n") in found, embed.file


def shows_output(embed: Embed) -> bool:
    """Whether a fence asks for the output."""
    return embed.show in ("both", "output")


@each_course
def test_nothing_is_left_that_only_our_site_understands(built: Built) -> None:
    for twin in twins(built.site):
        text = prose(twin.read_text(encoding="utf-8"))
        left = re.findall(
            r"^.*(?:^ *:::|^ *(?:!!!|\?\?\?)|exec=\"on\"|markdown[=>]|#!math|^#.*\{).*$", text, re.MULTILINE
        )
        assert left == [], twin


@each_course
def test_every_link_of_the_markdown_leads_somewhere(built: Built) -> None:
    broken = [
        (twin.name, link)
        for twin in twins(built.site)
        for link in LINK.findall(prose(twin.read_text(encoding="utf-8")))
        if not re.match(r"https?:|#", link) and not (twin.parent / link.partition("#")[0]).resolve().exists()
    ]
    assert broken == []


def test_a_page_and_its_markdown_show_the_same_runs(hosted: Site) -> None:
    text = (hosted.folder / "lessons" / "greetings.md").read_text(encoding="utf-8")
    assert ("text", "hello\n") in list(listings(text))
    assert "[Words](../words.md)" in text
    assert "description" not in text
