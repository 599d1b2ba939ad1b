"""The search of the site finds each program, each error message and what prose says, not what programs printed."""

import json
import re
from functools import cache
from html import escape, unescape
from pathlib import Path

import pytest

from content.engine.course.texts import embeds
from content.engine.directives.messages import alike, messages
from content.engine.site import search
from tests.support.course import Course, each, each_course, each_lesson
from tests.support.site import Built, Site
from tests.support.small import SmallCourse

PRINTS = """\
import sys

print("zanzi" + "bar", 17 * 3)
print("one  1 s", "two  2 s", sep="\\n")
sys.exit("mom" + "basa")

# /// run
# ends = "exit 1"
# output = "varies"
# because = "kilimanjaro is high"
# rare = true
# runs = {runs}
# ///
"""


@cache
def searched(folder: Path) -> dict[str, str]:
    """What can be searched in a built site, by page: titles and texts, without markup and blanks."""
    pages: dict[str, str] = {}
    for entry in json.loads((folder / search.ENTRIES).read_text(encoding="utf-8")):
        address = entry["location"].partition("#")[0]
        pages[address] = pages.get(address, "") + squeezed(re.sub(r"<[^>]+>", "", f"{entry['title']} {entry['text']}"))
    return pages


def entries(folder: Path, page: str) -> dict[str, str]:
    """The titles of the entries within a page, by location."""
    docs = json.loads((folder / search.ENTRIES).read_text(encoding="utf-8"))
    return {entry["location"]: entry["title"] for entry in docs if entry["location"].startswith(f"{page}#")}


def squeezed(text: str) -> str:
    """A text without blanks, which the index has elsewhere."""
    return "".join(unescape(text).split())


@each_course
def test_every_program_has_an_entry_of_its_own_with_its_name_and_what_it_shows(built: Built) -> None:
    library, titles = built.library, entries(built.site.folder, "programs/")
    assert len(titles) == len(library.names())
    for name in library.names():
        purpose = library.program(name).source.split('"""')[1].replace("`", "")
        title = squeezed(titles[f"programs/#{name.removesuffix('.py').replace('/', '-')}"])
        assert title == squeezed(f"{name.partition('/')[2]}: {escape(purpose)}"), name


@each_lesson
def test_every_error_message_that_a_program_printed_is_the_title_of_an_entry(
    course: Course, lesson: str, built: Built
) -> None:
    known = {alike(squeezed(title)) for title in entries(built.site.folder, "errors/").values()}
    for embed in embeds(course.root, course.page(lesson)):
        for run in built.library.record(embed.file).runs if embed.show in ("both", "output") else ():
            for message in messages(run.output):
                assert alike(squeezed(escape(str(message)))) in known, embed.file


@each("page", lambda _: ["errors", "programs"])
def test_every_entry_leads_to_a_place_of_its_own_on_its_page(page: str, built: Built) -> None:
    places = [location.partition("#")[2] for location in entries(built.site.folder, f"{page}/")]
    terms = [term.get("id") for term in built.site.page(page).iter("dt")]
    assert places
    assert len(set(places)) == len(places)
    assert sorted(places) == sorted(term or "" for term in terms)


@each_course
def test_no_entry_holds_a_listing(built: Built) -> None:
    docs = json.loads((built.site.folder / search.ENTRIES).read_text(encoding="utf-8"))
    assert [entry["location"] for entry in docs if "<pre" in entry["text"]] == []


def test_prose_is_found(site: Site) -> None:
    """About a sentence of this course."""
    assert (
        squeezed("A daemon thread does not keep the program alive")
        in searched(site.folder)["lessons/creating_threads/"]
    )


@pytest.mark.parametrize("runs", [1, 2])
def test_neither_a_listing_nor_what_its_program_printed_is_found_but_its_name_and_the_prose_after_it(
    runs: int, tmp_path: Path
) -> None:
    small = SmallCourse(tmp_path)
    small.write("snippets/greetings/hello.py", PRINTS.replace("{runs}", str(runs)))
    fence = '```python exec="on" file="greetings/hello.py" {}\n```\n\n'
    shown = fence.format('figure="bars"') + "serengeti\n\n" + fence.format('show="output"') + "okavango\n"
    small.write("content/lessons/greetings.md", f"# Greetings\n\n{shown}")
    built = small.build()
    assert built.returncode == 0, built.stderr
    found = searched(small.root / "site")["lessons/greetings/"]
    assert found == squeezed("Greetings greetings/hello.py serengeti okavango")


@each_lesson
def test_no_line_below_an_output_is_found(lesson: str, built: Built) -> None:
    assert "pythonsnippets/" not in searched(built.site.folder)[f"lessons/{lesson}/"]
