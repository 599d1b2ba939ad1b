"""What the search of the site finds: sections without their listings, and each error message and program by its own.

Material writes an index of all sections. Here, sections get the aliases that authors give them; a listing, which would
be all that one sees of a result, is left out; and the indexes of errors and programs, of which Material makes a section
for each type and lesson, get an entry for each message and program. How a question is asked is in `assets/search.js`.

Aliases stand in the front matter of a page, for itself and for its sections by their anchors; nothing else shows them:

    aliases:
      page: [mutex, critical section]
      the-same-thread-twice: [reentrant lock]

The entries lie in a file of their own, which the search's worker reads: Material's script would have each page take
half a megabyte of JSON apart, and hand it over, while its reader begins to scroll.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

import yaml
from mkdocs.structure.files import Files
from mkdocs.structure.toc import AnchorLink

from content.engine.course import lesson, texts
from content.engine.course.headings import LINK
from content.engine.course.lesson import Lesson
from content.engine.directives import indexes
from content.engine.directives.directive import Material
from content.engine.fence.output import LABEL
from content.engine.fence.scan import asked_in
from snippets.engine.program.problem import Problem, near
from snippets.engine.runs.library import Library, library_of

FILE = "search/search_index.json"  # within a site: what Material's script fetches with each page
ENTRIES = "search/entries.json"  # and what `assets/search.js` does
MARKS = re.compile("[`*]")  # of Markdown, within a line
LISTING = re.compile(r"<pre>.*?</pre>", re.DOTALL)
IMPORTED = re.compile(r"^ *(?:from (?P<module>[\w.]+) )?import (?P<names>[\w., ]+)$", re.MULTILINE)
NAME = re.compile(r"[\w.]+")
ATTRIBUTE = re.compile(r"(?<=[\w)\]]\.)[A-Za-z]\w+")
STRING = re.compile(r'""".*?"""|"[^"\n]*"', re.DOTALL)
ALIAS = 1000.0  # a word of an alias counts as much as one of a title, which in Material's index is this much
PROGRAM = 0.5  # an entry of a program counts half: the section that explains something comes before what shows it
KEY = "aliases"
PAGE = "page"  # stands for the page itself, where a section is named by its anchor
SHAPE = "Write such as nogil: [GIL, no lock], an anchor and a list of words."

Entry = dict[str, Any]  # a location, a title and a text, both in HTML, and perhaps tags and a boost


def mend(site: Path, material: Material) -> None:
    """Mend the index of the site that was built into a folder; a configuration may leave the search out."""
    path = site / FILE
    if path.is_file():
        index = mended(json.loads(path.read_text(encoding="utf-8")), material)
        for name, content in ((ENTRIES, index["docs"]), (FILE, {**index, "docs": []})):
            (site / name).write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")


def mended(index: dict[str, Any], material: Material) -> dict[str, Any]:
    """The index as Material wrote it for a course, with what is to be found, and without what is not."""
    root, own = material.root, dict[str, list[Entry]]()
    library = library_of(root)
    lessons = lesson.all_of(root, material.order)
    for what, entries in (("errors", _errors), ("programs", _programs)):
        own |= {location: [*entries(location, root, library, lessons)] for location in _asking(root, what)}
    words = _aliases(root)
    docs = [_with(entry, words) for entry in index["docs"] if not _is_within(entry["location"], own)]
    docs += chain.from_iterable(own.values())
    fields = {**index["config"].get("fields", {}), "tags": {"boost": ALIAS}}
    return {"config": {**index["config"], "fields": fields}, "docs": docs}


def _asking(root: Path, what: str) -> Iterator[str]:
    """The pages that ask for an index, by address."""
    return (location_of(root, path) for path in texts.pages(root) if asks_for(texts.read(path), what))


def asks_for(text: str, what: str) -> bool:
    """Whether a text has a line that asks for an index."""
    return any(asked.name == what for asked in asked_in(text))


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
        for path in texts.pages(root)
        for anchor, words in aliases_of(texts.read(path)).items()
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


def aliases_of(text: str) -> dict[str, list[str]]:
    """The aliases that a page's text gives, by the anchor of a section; by nothing for the page itself."""
    said = texts.front_matter(text).get(KEY)
    given = said if isinstance(said, dict) else {}
    return {"" if anchor == PAGE else anchor: words for anchor, words in given.items() if _is_list_of_words(words)}


def problems(root: Path, sections: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Which aliases of all pages are none, or lead to none of the `sections` that pages have, as their paths say."""
    for path in texts.pages(root):
        text = texts.read(path)
        if KEY in texts.front_matter(text):
            name = texts.place_of(root, path).path
            yield from _wrong(text, name, {PAGE, *sections.get(name, ())})


def _wrong(text: str, path: str, known: Collection[str]) -> Iterator[Problem]:
    found, mapping = _nodes(text)
    if not isinstance(mapping, yaml.MappingNode):
        yield Problem(path, found.start_mark.line + 2, "The aliases are no list of sections and words.", SHAPE)
        return
    for key, words in mapping.value:
        line, anchor = key.start_mark.line + 2, str(key.value)
        if anchor not in known:
            yield Problem(path, line, f"The page has no section '{anchor}', which has aliases.", near(anchor, known))
        if not _is_list_of_words(yaml.SafeLoader("").construct_document(words)):
            yield Problem(path, line, f"The aliases of '{anchor}' are no list of words.", SHAPE)


def _nodes(text: str) -> tuple[yaml.Node, yaml.Node]:
    """The name `aliases` in the front matter of a text that has it, and what it stands for, with their places."""
    found = texts.FRONT_MATTER.match(text)
    root = yaml.compose(found["yaml"], yaml.SafeLoader) if found else None
    assert isinstance(root, yaml.MappingNode)
    return next((key, value) for key, value in root.value if key.value == KEY)


def _is_list_of_words(words: object) -> bool:
    return isinstance(words, list) and bool(words) and all(isinstance(word, str) for word in words)
