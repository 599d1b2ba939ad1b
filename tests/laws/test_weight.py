"""A lesson page is light: little comes over the wire beyond what Material for MkDocs itself loads.

This is about this course alone, whose look it weighs: the tiny course has none.
"""

import gzip
from importlib.metadata import distribution
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.laws.test_every_lesson import LESSONS
from tests.support.site import Site

MOST = 350_000  # bytes of a page and all that it loads, packed as a server sends them
PACKED = (".html", ".css", ".js", ".json", ".svg")
MATERIAL = Path(str(distribution("mkdocs-material").locate_file("material"))) / "templates"
INDEX = "search/search_index.json"  # Material's script fetches it with each page,
WORKER = "assets/search.js"  # and starts this,
ENTRIES = "search/entries.json"  # which fetches that


def loaded(page: Element) -> list[str]:
    """What a page loads, by address: all that is no link to click or for machines to follow."""
    kinds = ("stylesheet", "icon", "preload")  # the last are the fonts
    linked = [element.get("href", "") for element in page.iter("link") if element.get("rel") in kinds]
    return linked + [element.get("src", "") for element in page.iter() if element.get("src")]


def weight(path: Path) -> int:
    """The bytes of a file on the wire."""
    data = path.read_bytes()
    return len(gzip.compress(data, 6)) if path.suffix in PACKED else len(data)


def weights(site: Site, address: str) -> dict[str, int]:
    """What a page, all that it loads beside Material's own files, the index of the search and its worker weigh."""
    root = site.folder.resolve()
    files = [root / address / "index.html", root / INDEX, root / WORKER, root / ENTRIES]
    files += [(root / address / one.partition("?")[0]).resolve() for one in loaded(site.page(address))]
    names = [path.relative_to(root).as_posix() for path in files]
    return {name: weight(root / name) for name in names if not is_of_material(name)}


def is_of_material(name: str) -> bool:
    """Whether a file of the site is one of Material's own."""
    return (MATERIAL / name).is_file()


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_weighs_at_the_most_350_kilobytes(lesson: str, site: Site) -> None:
    found = weights(site, f"lessons/{lesson}")
    ours = {"assets/pages.css", "assets/pages.js", "assets/fonts/sans.woff", "assets/fonts/mono.woff"}
    assert {f"lessons/{lesson}/index.html", INDEX, WORKER, ENTRIES, *ours} <= set(found)
    assert sum(found.values()) <= MOST, found
