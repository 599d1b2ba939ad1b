"""What the site has besides its pages and the parts of the course: programs, zips, fonts, and a picture to share."""

from collections.abc import Iterator
from pathlib import Path

from content.engine.course import course
from content.engine.directives.parts import Made
from content.engine.fence import scheduler
from content.engine.fence.address import FOLDER
from content.engine.site import downloads, exercise_zip, fonts, share
from snippets.engine.runs.library import Library


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
        downloads.archive(root, folder, course.sound(library), exercise_zip.of_all(root), library.cache),
    )
    for address, zipped in exercise_zip.zips(root):
        yield Made(address, zipped)
    for name, font in fonts.made(library.cache).items():
        yield Made(f"{fonts.FOLDER}/{name}", font)
    yield Made(share.ADDRESS, share.picture(title, description, library.cache))


def draw(title: str, description: str, library: Library) -> None:
    """Have ready, in the cache, what takes time to be drawn and depends on no run."""
    fonts.made(library.cache)
    share.picture(title, description, library.cache)
