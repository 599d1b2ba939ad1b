"""What the site has besides its pages and the parts of the course: programs, zips, fonts, and a picture to share.

While the course is served, programs are linked to their sources, where a build that is published copies them. In a
course of two hundred lessons a thousand links take 0.17 s and a thousand copies 0.95 s, which an edit waits for: it is
seen after 4.3 s and 5.2 s (median of twelve each; 2 cores, November 2026). In one of fifty lessons both take less than
can be told from chance.
"""

import os
from collections.abc import Iterator
from contextvars import ContextVar
from functools import lru_cache, partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from content.engine.course import course
from content.engine.directives.parts import Made
from content.engine.fence import scheduler
from content.engine.fence.address import FOLDER
from content.engine.site import downloads, fonts, share
from snippets.engine.runs.cache import Cache
from snippets.engine.runs.library import Library

serving: ContextVar[bool] = ContextVar("serving", default=False)


def made(root: Path, title: str, description: str, library: Library) -> Iterator[Made]:
    """All of it, for the course at `root` of this title and description."""
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
