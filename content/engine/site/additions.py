"""What the site has besides its pages: programs, zips, fonts, a picture to share, and what parts of the course make.

Links and images of the parts are checked as MkDocs checks those of pages.

While the course is served, programs are linked to their sources, where a build that is published copies them. In a
course of two hundred lessons a thousand links take 0.17 s and a thousand copies 0.95 s, which an edit waits for: it is
seen after 4.3 s and 5.2 s (median of twelve each; 2 cores, November 2026). In one of fifty lessons both take less than
can be told from chance.
"""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar
from functools import lru_cache, partial
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from content.engine.course import course, lesson, texts
from content.engine.directives.parts import About, Made
from content.engine.fence import scheduler
from content.engine.fence.address import FOLDER
from content.engine.site import downloads, fonts, repository, share
from snippets.engine.program.problem import Problem, near
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.library import Library

ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]*)"')
TARGET = re.compile(r'<[a-z][^<>]*?\s(?:href|src)="([^"]+)"')
serving: ContextVar[bool] = ContextVar("serving", default=False)


def about(config: MkDocsConfig, root: Path) -> About:
    """The course at `root`, of this configuration, as its parts are told of it."""
    order, days = lesson.slugs_in(config.nav), repository.days(root)
    return About(config.site_name, config.site_author or "", config.site_url or "", order, days)


def made(root: Path, title: str, description: str, library: Library) -> Iterator[Made]:
    """All of it but what the parts make, for the course at `root` of this title and description."""
    for name, program in downloads.programs(root).items():
        yield Made(f"{FOLDER}/{name}", program)
    for one in course.sound(library):
        if one.declaration.steps and (orders := library.record(one.name).orders) and orders.graph:
            yield Made(scheduler.address(one.name), scheduler.packed(orders).encode())
    folder = downloads.folder_of(title)
    yield Made(
        downloads.ARCHIVE,
        downloads.archive(root, folder, course.sound(library), downloads.of_all(root), library.cache),
    )
    for address, zipped in downloads.zips(root, library.cache):
        yield Made(address, zipped)
    yield from drawn(title, description, library.cache)


@lru_cache(maxsize=1)  # while it serves, the same with each save
def drawn(title: str, description: str, kept: Cache) -> tuple[Made, ...]:
    """What takes time to be drawn, and depends on no run."""
    letters = (Made(f"{fonts.FOLDER}/{name}", font) for name, font in fonts.made(kept).items())
    return (*letters, Made(share.ADDRESS, share.picture(title, description, kept)))


def file_of(made: Made, config: MkDocsConfig) -> File:
    """What is added, as a file of the site."""
    included = InclusionLevel.INCLUDED  # whatever the configuration excludes of the sources
    if not isinstance(made.source, Path):
        return File.generated(config, made.address, content=made.source, inclusion=included)
    file = File.generated(config, made.address, abs_src_path=str(made.source), inclusion=included)
    if serving.get():  # the site is MkDocs' own then, and gone when it ends
        vars(file)["copy_file"] = partial(_link, file)
    return file


def _link(file: File, dirty: bool = False) -> None:
    target = Path(file.abs_dest_path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)  # never written to: it may be what an editor kept of the former source
    try:
        os.link(file.abs_src_path or "", target)
    except OSError:  # the site is on another disk, say, or this one has no links
        File.copy_file(file, dirty)


def wrong_links(root: Path, added: Sequence[Made], files: Files) -> Iterator[Problem]:
    """Each link of what was added that leads nowhere; `files` are those of the whole site, its pages rendered."""
    site = {file.dest_uri: file.page.content if file.page else None for file in files}
    html = {made.address: files.src_uris[made.address].content_string for made in added}
    whole = {**site, **html}
    for made in added:
        text = texts.read(root / made.origin)
        for target in dict.fromkeys(map(unescape, TARGET.findall(html[made.address]))):
            for what, do in _wrong_link(target, made.address, whole):
                yield Problem(made.origin, _line_of(text, target), what, do)


def _line_of(text: str, target: str) -> int:
    """The line of a text that names a target; the first if none does."""
    at = text.find(target)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def _wrong_link(target: str, page: str, site: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
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
