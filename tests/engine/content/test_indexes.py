"""The indexes are complete, and lead to the places that they say they lead to."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from content.engine.course import lesson
from content.engine.directives import indexes
from snippets.engine.runs.library import Library
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import Site, outputs, text_of, with_class
from tests.support.small import SmallCourse

LAST_LINE = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception)(?::.*)?$", re.MULTILINE)
FAILING = """\
\"\"\"Fail in `three` *ways*.\"\"\"

print("KeyError: 'a | b'")
print("OSError: [Errno 2] no `tea`")
print("OSError: [Errno 13] no `tea`")
raise ValueError("17 is odd")

# /// run
# ends = "exit 1"
# ///
"""


def normal(text: str) -> str:
    """A text with all its white space alike."""
    return " ".join(text.split())


def without_numbers(text: str) -> str:
    """A text in which all numbers and addresses are alike."""
    return re.sub(r"0x[0-9a-f]+|\d+(\.\d+)*", "0", text)


def entries(page: Element) -> list[tuple[str, list[Element]]]:
    """What an index names, and the links that stand below each."""
    found: list[tuple[str, list[Element]]] = []
    for item in (item for block in page.iter("dl") for item in block):
        if item.tag == "dt":
            found.append((text_of(item), []))
        else:
            found[-1][1].extend(item.iter("a"))
    return found


def shown(site: Site, link: str) -> str:
    """The text of the program, and of what it printed, that a link of an index leads to."""
    address, _, anchor = link.removeprefix("../").partition("#")
    [block] = [one for one in site.page(address).iter("div") if one.get("id") == anchor]
    return normal(text_of(block))


def grouped(page: Element) -> dict[str, list[str]]:
    """The names of an index below each of its headings."""
    [article] = page.iter("article")
    found: dict[str, list[str]] = {}
    for block in article:
        if block.tag == "h2":
            found[text_of(block).replace("¶", "")] = []
        elif block.tag == "dl":
            list(found.values())[-1].extend(text_of(item) for item in block.iter("dt"))
    return found


def test_every_program_is_in_the_index_below_its_lesson_and_no_other(site: Site, library: Library) -> None:
    programs = grouped(site.page("programs"))
    assert sorted(name for names in programs.values() for name in names) == sorted(
        name.partition("/")[2] for name in library.names()
    )
    for one in (lesson.read(library.folder.parent, slug) for slug in LESSONS):
        own = [name.partition("/")[2] for name in library.names() if name.startswith(f"{one.slug}/")]
        assert sorted(programs.get(one.title.replace("`", ""), [])) == own


def test_a_program_in_the_index_leads_to_its_place_on_the_page(site: Site) -> None:
    for term in site.page("programs").iter("dt"):
        [link] = term.iter("a")
        there = shown(site, link.get("href", ""))
        assert text_of(link) in there or there.startswith("Not shown here: ")  # where its Python is missing


def test_every_program_in_the_index_can_be_downloaded(site: Site, library: Library) -> None:
    links = [link.get("href", "") for link in site.page("programs").iter("a") if link.get("download")]
    assert sorted(link.removeprefix("./") for link in links) == library.names()
    for link in links:
        assert (site.folder / "programs" / link).read_bytes() == (library.folder / link).read_bytes()


def test_a_program_in_the_index_is_described_by_its_own_first_line(site: Site, library: Library) -> None:
    said = normal(text_of(site.page("programs")))
    for name in library.names():
        assert library.program(name).source.split('"""')[1].replace("`", "") in said


@pytest.mark.parametrize("slug", LESSONS)
def test_every_error_that_a_lesson_shows_is_in_the_index(slug: str, site: Site) -> None:
    known = {without_numbers(name) for name, _ in entries(site.page("errors"))}
    printed = "\n".join(text for texts in outputs(site.page(f"lessons/{slug}")).values() for text in texts)
    for line in LAST_LINE.findall(printed):
        said = without_numbers(normal(line))
        assert any(name == said or (said.endswith(":") and name.startswith(said)) for name in known), line


def test_an_error_in_the_index_leads_to_programs_that_show_it(site: Site) -> None:
    found = entries(site.page("errors"))
    assert len(found) > 20
    for name, links in found:
        assert links, name
        assert normal(name) in shown(site, links[0].get("href", ""))
        for link in links:
            assert without_numbers(normal(name)) in without_numbers(shown(site, link.get("href", "")))


def test_errors_stand_below_the_name_of_their_exception_each_once_and_sorted(site: Site) -> None:
    errors = grouped(site.page("errors"))
    assert list(errors) == [*sorted(name for name in errors if name != indexes.ENDED), indexes.ENDED]
    for kind, names in errors.items():
        assert names == sorted(set(names))
        assert kind == indexes.ENDED or all(re.match(rf"(\w+\.)*{kind}\b", name) for name in names)


def test_runs_that_were_ended_are_in_the_index(site: Site) -> None:
    page = site.page("errors")
    ended = {facts for path in LESSONS for facts in endings(site, path)}
    assert ended
    assert {without_numbers(text) for text in ended} <= {without_numbers(name) for name, _ in entries(page)}


def endings(site: Site, slug: str) -> list[str]:
    """How the runs of a lesson ended that came to no end of their own."""
    facts = with_class(site.page(f"lessons/{slug}"), "run-facts")
    said = [text_of(strong) for fact in facts for strong in fact.iter("strong")]
    return [text for text in said if not text.startswith("exit")]


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write("snippets/greetings/failing.py", FAILING)
    course.write(
        "content/lessons/greetings.md",
        """\
        # Greetings

        ```python exec="on" file="greetings/failing.py" show="source"
        ```

        ## Its [end](x.md)

        ```python exec="on" file="greetings/failing.py" show="output"
        ```

        ```python exec="on" file="greetings/no.py"
        ```
        """,
    )
    return course


def test_an_error_is_linked_once_where_it_is_printed_and_a_program_where_it_is_shown_first(small: SmallCourse) -> None:
    lessons = lesson.all_of(small.root, ["greetings"])
    assert indexes.programs(small.root, small.library, lessons) == [
        "## Greetings",
        "",
        "[`failing.py`](lessons/greetings.md#program-greetings-failing) { #greetings-failing }",
        ":   Fail in `three` &#42;ways&#42;. · **exit status 1** · "
        '[download](programs/greetings/failing.py){ download="failing.py" aria-label="download failing.py" }',
        "",
    ]
    link = ":   [Greetings: Its end](lessons/greetings.md#program-greetings-failing~2)"
    assert indexes.errors(small.root, small.library, lessons) == [
        *("## KeyError", "", "`KeyError: 'a | b'` { #error-keyerror-a-b }", link, ""),
        *("## OSError", "", "`` OSError: [Errno 2] no `tea` `` { #error-oserror-errno-0-no-tea }", link, ""),
        *("## ValueError", "", "`ValueError: 17 is odd` { #error-valueerror-0-is-odd }", link, ""),
    ]


def test_programs_of_two_sections_of_one_title_lead_each_to_its_own_place(small: SmallCourse) -> None:
    fences = [f'```python exec="on" file="greetings/{name}.py"\n```\n' for name in ("failing", "hello")]
    small.write("content/lessons/greetings.md", "# Greetings\n\n" + "\n".join(f"## Example\n\n{one}" for one in fences))
    rows = indexes.programs(small.root, small.library, lesson.all_of(small.root, ["greetings"]))
    links = re.findall(r"\(lessons/greetings\.md#(.+?)\)", "\n".join(rows))
    page = small.page((small.root / "content/lessons/greetings.md").read_text(encoding="utf-8"))
    sections = [one.get("id") for one in page.iter() if one.tag == "h2" or "program" in one.get("class", "").split()]
    assert sections == ["example", links[0], "example_1", links[1]]
