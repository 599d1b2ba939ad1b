"""The search of the site finds what programs are and what prose says, not what programs printed."""

import json
import re
from html import escape, unescape
from pathlib import Path

import pytest

from content.engine.course import course
from content.engine.directives.messages import alike, messages
from snippets.engine.runs.library import Library
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import ROOT, Site
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


def searched(folder: Path) -> dict[str, str]:
    """What can be searched in a built site, by page: titles and texts, without markup and blanks."""
    pages: dict[str, str] = {}
    for entry in json.loads((folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]:
        address = entry["location"].partition("#")[0]
        pages[address] = pages.get(address, "") + squeezed(re.sub(r"<[^>]+>", "", f"{entry['title']} {entry['text']}"))
    return pages


def squeezed(text: str) -> str:
    """A text without blanks, which the index has elsewhere."""
    return "".join(unescape(text).split())


@pytest.fixture(scope="module")
def found(site: Site) -> dict[str, str]:
    """What can be searched in the course."""
    return searched(site.folder)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_program_is_found_by_its_name_and_by_its_code(
    lesson: str, library: Library, found: dict[str, str]
) -> None:
    for embed in course.embeds(ROOT, ROOT / "content" / "lessons" / f"{lesson}.md"):
        program = library.program(embed.file)
        if embed.show in ("both", "source"):
            text = program.text_of(embed.part) if embed.part else program.source
            assert squeezed((embed.title or program.name) + text) in found[f"lessons/{lesson}/"], program.name


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_error_message_that_a_program_printed_is_found(
    lesson: str, library: Library, found: dict[str, str]
) -> None:
    known = alike(found["errors/"])
    for embed in course.embeds(ROOT, ROOT / "content" / "lessons" / f"{lesson}.md"):
        for run in library.record(embed.file).runs:
            for message in messages(run.output):
                assert alike(squeezed(escape(str(message)))) in known, embed.file


def test_prose_is_found(found: dict[str, str]) -> None:
    assert squeezed("A daemon thread does not keep the program alive") in found["lessons/creating_threads/"]


@pytest.mark.parametrize("runs", [1, 2])
def test_what_a_program_printed_and_what_stands_below_it_is_not_found_but_its_code_and_the_prose_after_it(
    runs: int, tmp_path: Path
) -> None:
    small = SmallCourse(tmp_path)
    small.write("snippets/greetings/hello.py", PRINTS.replace("{runs}", str(runs)))
    fence = '```python exec="on" file="greetings/hello.py" {}\n```\n\n'
    shown = fence.format('figure="bars"') + "serengeti\n\n" + fence.format('show="output"') + "okavango\n"
    small.write("content/lessons/greetings.md", f"# Greetings\n\n{shown}")
    built = small.build()
    assert built.returncode == 0, built.stderr
    code = PRINTS.partition("\n# ///")[0]
    assert searched(small.root / "site")["lessons/greetings/"] == squeezed(
        f"Greetings greetings/hello.py {code} serengeti okavango"
    )


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_line_below_an_output_is_found(lesson: str, found: dict[str, str]) -> None:
    assert "pythonsnippets/" not in found[f"lessons/{lesson}/"]
