"""The index of the search has an entry for each message and program, aliases as tags, and no listings."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from content.engine.directives.directive import Material
from content.engine.fence.output import BUTTON
from content.engine.site import search
from tests.support.small import SmallCourse

FAILING = '''\
"""Fail, with `<` in it."""

from concurrent.futures import Future

import queue as q, threading


Future().set_result("no.name")
raise q.Empty("17 < 18")

# /// run
# ends = "exit 1"
# ///
'''
PAGE = """\
---
description: Fail.
minutes: 5
aliases:
  page: [howdy]
  its-end: [the end]
---
# Greetings

## Its end

{}"""
NAV = "nav: [index.md, wrong.md, all.md, lessons/greetings.md]"
FENCE = '```python exec="on" file="greetings/failing.py"\n```\n'


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write("snippets/greetings/failing.py", FAILING)
    course.write("content/lessons/greetings.md", PAGE.format(FENCE))
    course.write("slides/decks/greetings.md", f'# Greetings {{minutes="1"}}\n\n{FENCE}')
    course.write("content/wrong.md", "# Wrong\n\n::: errors\n")
    course.write("content/all.md", "# All\n\n::: programs\n")
    return course


def mended(small: SmallCourse, *docs: dict[str, Any], config: dict[str, Any] | None = None) -> dict[str, Any]:
    """What becomes of an index with these entries."""
    return search.mended({"config": config or {}, "docs": list(docs)}, Material(small.root, ("greetings",)))


def entry(location: str, text: str = "") -> dict[str, Any]:
    return {"location": location, "title": "Title", "text": text}


def test_each_message_and_each_program_has_an_entry_that_leads_to_its_place(small: SmallCourse) -> None:
    assert mended(small)["docs"] == [
        {
            "location": "wrong/#error-_queueempty-0-0",
            "title": "_queue.Empty: 17 &lt; 18",
            "text": "<p>Greetings: Its end</p>",
            "tags": ["Empty"],
        },
        {
            "location": "all/#greetings-failing",
            "title": "failing.py: Fail, with &lt; in it.",
            "text": "<p>greetings/failing.py, Greetings: Its end</p>"
            "<p><code>Empty</code> <code>Future</code> <code>concurrent.futures</code> <code>q</code> "
            "<code>queue</code> <code>set_result</code> <code>threading</code></p>",
            "boost": search.PROGRAM,
        },
    ]


def test_what_material_makes_of_the_indexes_gives_way_and_their_pages_stay(small: SmallCourse) -> None:
    theirs = map(entry, ("wrong/", "wrong/#valueerror", "all/", "all/#greetings", "other/#valueerror"))
    kept = [one["location"] for one in mended(small, *theirs)["docs"] if one["title"] == "Title"]
    assert kept == ["wrong/", "all/", "other/#valueerror"]


def test_a_section_has_its_aliases_as_tags_which_count_as_much_as_a_title(small: SmallCourse) -> None:
    found = mended(
        small,
        entry("lessons/greetings/"),
        entry("lessons/greetings/#its-end"),
        entry("lessons/greetings/#other"),
        config={"lang": ["en"], "fields": {"title": {"boost": 1000.0}, "tags": {"boost": 1e6}}},
    )
    assert [one.get("tags") for one in found["docs"][:3]] == [["howdy"], ["the end"], None]
    assert found["config"] == {"lang": ["en"], "fields": {"title": {"boost": 1000.0}, "tags": {"boost": 1000.0}}}


def test_a_listing_is_left_out_and_the_text_around_it_stays(small: SmallCourse) -> None:
    text = "<p>a</p> name.py<pre><code>x = 1\ny = 2</code></pre> <p>b</p><pre>z</pre>c"
    assert mended(small, entry("x/", text))["docs"][0]["text"] == "<p>a</p> name.py <p>b</p>c"


def test_the_button_of_an_output_that_is_held_back_is_no_text_of_its_section(small: SmallCourse) -> None:
    button = re.sub(r"<[^>]+>", "", BUTTON)
    assert mended(small, entry("x/", f"<p>a</p> {button} <p>b</p>"))["docs"][0]["text"].split() == [
        "<p>a</p>",
        "<p>b</p>",
    ]


def test_a_course_without_indexes_gets_no_entries(small: SmallCourse) -> None:
    for name in ("wrong", "all"):
        (small.root / f"content/{name}.md").unlink()
    assert mended(small)["docs"] == []


def test_a_page_asks_for_an_index_by_a_line_and_not_in_a_fence() -> None:
    assert search.asks_for("# Home\n\n:::  errors \n", "errors")
    assert not search.asks_for("# Home\n\n::: programs\n\n```\n::: errors\n```\n", "errors")


def test_the_address_of_a_page_is_that_of_the_site() -> None:
    root = Path("/course")
    names = ("index.md", "all.md", "lessons/index.md", "lessons/locks.md")
    assert [search.location_of(root, root / "content" / name) for name in names] == [
        *("", "all/", "lessons/", "lessons/locks/")
    ]


def test_the_names_of_a_program_with_a_mistake_are_found_too() -> None:
    assert search.calls('import threading\nthreading.Thread("a.name", "b"\n1.5') == ["Thread", "threading"]


def test_a_built_site_has_the_mended_index_and_one_without_a_search_has_none(small: SmallCourse) -> None:
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text(encoding="utf-8").replace("nav: null", NAV))
    built = small.build()
    assert built.returncode == 0, built.stderr
    docs = json.loads((small.root / "site" / search.ENTRIES).read_text(encoding="utf-8"))
    assert {"wrong/#error-_queueempty-0-0", "all/#greetings-failing"} < {one["location"] for one in docs}
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text(encoding="utf-8") + "plugins: []\n")
    built = small.build()
    assert built.returncode == 0, built.stderr
    assert not (small.root / "site" / search.FILE).exists()
