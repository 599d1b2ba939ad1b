"""Where links and images of what parts of the course add lead: checked as MkDocs checks those of pages."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.structure.files import Files

from content.engine.course import texts
from content.engine.directives.parts import Made
from snippets.engine.program.problem import Problem, near

ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]*)"')
TARGET = re.compile(r'<[a-z][^<>]*?\s(?:href|src)="([^"]+)"')


def problems(root: Path, added: Sequence[Made], files: Files) -> Iterator[Problem]:
    """Each link of what was added that leads nowhere; `files` are those of the whole site, its pages rendered."""
    site = {file.dest_uri: file.page.content if file.page else None for file in files}
    html = {made.address: files.src_uris[made.address].content_string for made in added}
    whole = {**site, **html}
    for made in added:
        text = texts.read(root / made.origin)
        for target in dict.fromkeys(map(unescape, TARGET.findall(html[made.address]))):
            for what, do in _wrong(target, made.address, whole):
                yield Problem(made.origin, _line(text, target), what, do)


def _line(text: str, target: str) -> int:
    """The line of a text that names a target; the first if none does."""
    at = text.find(target)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def _wrong(target: str, page: str, site: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """What is wrong with what a page of the site leads to; `site` has the HTML of its pages by their addresses."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return
    address = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    if parts.path.endswith("/") or parts.path in (".", ".."):
        address = posixpath.normpath(posixpath.join(address, "index.html"))
    if parts.path.startswith("/"):
        yield f"The link '{target}' is absolute.", "Write where it leads as seen from this deck, such as ../../about/."
    elif address not in site:
        seen = (posixpath.relpath(other, posixpath.dirname(page)).removesuffix("index.html") for other in site)
        yield f"The link '{target}' leads to nothing in the site.", near(target, sorted(seen))
    elif parts.fragment and site[address] is not None:
        ids = {unescape(one) for one in ID.findall(site[address] or "")}
        wanted = unquote(parts.fragment)
        slide = wanted.removeprefix("/").partition("/")[0]
        if wanted not in ids and slide not in ids and not slide.isdecimal() and wanted not in ("", "/"):
            yield f"The link '{target}' names a place that is not there.", near(wanted, sorted(ids))
