"""What the search of the site finds: sections without their listings, and each error message and program by its own.

Material writes an index of all sections. Here, sections get the aliases that authors give them; a listing, which would
be all that one sees of a result, is left out; and the indexes of errors and programs, of which Material makes a section
for each type and lesson, get an entry for each message and program. How a question is asked is in `assets/search.js`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.toc import AnchorLink

from content.engine.course import aliases, course, lesson, texts
from content.engine.course.headings import LINK
from content.engine.course.lesson import Lesson
from content.engine.directives import indexes
from content.engine.directives.directive import Material, scan
from content.engine.fence.output import LABEL
from snippets.engine.runs.library import Library

FILE = "search/search_index.json"  # within a site
MARKS = re.compile("[`*]")  # of Markdown, within a line
LISTING = re.compile(r"<pre>.*?</pre>", re.DOTALL)
IMPORTED = re.compile(r"^ *(?:from (?P<module>[\w.]+) )?import (?P<names>[\w., ]+)$", re.MULTILINE)
NAME = re.compile(r"[\w.]+")
ATTRIBUTE = re.compile(r"(?<=[\w)\]]\.)[A-Za-z]\w+")
STRING = re.compile(r'""".*?"""|"[^"\n]*"', re.DOTALL)
ALIAS = 1000.0  # a word of an alias counts as much as one of a title, which in Material's index is this much
PROGRAM = 0.5  # an entry of a program counts half: the section that explains something comes before what shows it

Entry = dict[str, Any]  # a location, a title and a text, both in HTML, and perhaps tags and a boost


def mend(site: Path, material: Material) -> None:
    """Mend the index of the site that was built into a folder; a configuration may leave the search out."""
    path = site / FILE
    if path.is_file():
        index = mended(json.loads(path.read_text(encoding="utf-8")), material)
        path.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def mended(index: dict[str, Any], material: Material) -> dict[str, Any]:
    """The index as Material wrote it for a course, with what is to be found, and without what is not."""
    root, own = material.root, dict[str, list[Entry]]()
    lessons = lesson.all_of(root, material.order)
    for what, entries in (("errors", _errors), ("programs", _programs)):
        own |= {location: [*entries(location, root, material.library, lessons)] for location in _asking(root, what)}
    words = _aliases(root)
    docs = [_with(entry, words) for entry in index["docs"] if not _is_within(entry["location"], own)]
    docs += chain.from_iterable(own.values())
    fields = {**index["config"].get("fields", {}), "tags": {"boost": ALIAS}}
    return {"config": {**index["config"], "fields": fields}, "docs": docs}


def _asking(root: Path, what: str) -> Iterator[str]:
    """The pages that ask for an index, by address."""
    return (location_of(root, path) for path in course.pages(root) if asks_for(texts.read(path), what))


def asks_for(text: str, what: str) -> bool:
    """Whether a text has a line that asks for an index."""
    return any(asked.name == what for asked in scan(text))


def sections(files: Files) -> dict[str, set[str]]:
    """The anchors of all headings of each page that was rendered, by the path of the page in the course."""
    return {f"content/{file.src_uri}": {*_anchors(file.page.toc)} for file in files.documentation_pages() if file.page}


def _anchors(toc: Iterable[AnchorLink]) -> Iterator[str]:
    for entry in toc:
        yield entry.id
        yield from _anchors(entry.children)


def location_of(root: Path, path: Path) -> str:
    """The address of a page within the site, as the index has it."""
    parts = path.relative_to(root / "content").with_suffix("").parts
    return "".join(f"{part}/" for part in parts if part != "index")


def _is_within(location: str, pages: dict[str, list[Entry]]) -> bool:
    """Whether a section belongs to one of these pages; the page itself does not."""
    page, _, anchor = location.partition("#")
    return bool(anchor) and page in pages


def _aliases(root: Path) -> dict[str, list[str]]:
    """All aliases, by the address of the section that they stand for."""
    return {
        location_of(root, path) + (f"#{anchor}" if anchor else ""): words
        for path in course.pages(root)
        for anchor, words in aliases.of(texts.read(path)).items()
    }


def _with(entry: Entry, words: dict[str, list[str]]) -> Entry:
    """An entry of Material's with its aliases, and without listings and the buttons of outputs."""
    found = {**entry, "text": LISTING.sub("", entry["text"]).replace(LABEL, "")}
    if entry["location"] in words:
        found["tags"] = words[entry["location"]]
    return found


def _errors(location: str, root: Path, library: Library, lessons: Sequence[Lesson]) -> Iterator[Entry]:
    """An entry for each message; its text names the sections that show it."""
    for error in indexes.printed(root, library, lessons):
        sections = "".join(f"<p>{_plain(link)}</p>" for link in error.links)
        entry = {"location": f"{location}#{error.anchor}", "title": escape(error.text, quote=False), "text": sections}
        yield entry if error.text.startswith(error.kind) else {**entry, "tags": [error.kind]}


def _programs(location: str, root: Path, library: Library, lessons: Sequence[Lesson]) -> Iterator[Entry]:
    """An entry for each program; its text names the section that shows it, and what the program calls."""
    for one in indexes.shown(root, library, lessons):
        where = f"{one.program.name}, {_plain(f'{one.lesson}: {one.section}')}"
        names = " ".join(f"<code>{name}</code>" for name in calls(one.program.source))
        yield {
            "location": f"{location}#{one.anchor}",
            "title": escape(f"{one.file}: {one.purpose.replace('`', '')}", quote=False),
            "text": f"<p>{where}</p>" + f"<p>{names}</p>" * bool(names),
            "boost": PROGRAM,
        }


def calls(source: str) -> list[str]:
    """The names that a program imports, and those of attributes, each once and sorted; also of one with mistakes."""
    code = STRING.sub('""', source)
    imported = {name for line in IMPORTED.finditer(code) for name in NAME.findall(f"{line['module']} {line['names']}")}
    return sorted((imported | {*ATTRIBUTE.findall(IMPORTED.sub("", code))}) - {"as", "None"})


def _plain(markdown: str) -> str:
    """The words of a link or a title in Markdown, as HTML."""
    return escape(MARKS.sub("", LINK.sub(r"\1", markdown)), quote=False)
