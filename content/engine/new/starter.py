"""What a new lesson begins with: a page, a program, a deck, a claim test and a line of the nav, all of them true.

The texts stand in `content/engine/new/templates/`. What an author has to write is marked `TODO:` there.
"""

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from string import Template

from markdown.extensions.toc import slugify_unicode

from content.engine.new import nav
from snippets.engine.program.problem import ProblemError

TEXTS = Path(__file__).resolve().parent / "templates"
FILES = {
    "page.md.txt": "content/lessons/$slug.md",
    "program.py.txt": "snippets/$slug/hello.py",
    "deck.md.txt": "slides/decks/$slug.md",
    "claims.py.txt": "tests/lessons/test_$slug.py",
}
TAKEN = (
    "content/lessons/$slug.md",
    "snippets/$slug",
    "snippets/$slug.py",
    "slides/decks/$slug.md",
    "tests/lessons/test_$slug.py",
)
SLUG = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
NOT_SLUGS = {
    "index": "the site has a list of lessons there",
    "assets": "decks keep there what they load",
    "engine": "the machinery stands there",
}
MARKS = "`*_#{}[]<>|\\"  # which mean something in a heading or a table


def texts(slug: str, title: str) -> dict[str, str]:
    """The files of a new lesson: what stands in each, by its path in the course."""

    def filled(text: str) -> str:
        return Template(text).substitute(slug=slug, title=title)

    return {filled(path): filled((TEXTS / name).read_text(encoding="utf-8")) for name, path in FILES.items()}


def problems(root: Path, slug: str, title: str) -> Iterator[str]:
    """Everything that keeps a lesson of this slug and title from being made in the course at `root`."""
    yield from _wrong_title(title)
    if not SLUG.fullmatch(slug):
        bare = "".join(one for one in unicodedata.normalize("NFKD", slug.lower()) if not unicodedata.combining(one))
        likely = re.sub(r"[^a-z0-9]+", "_", bare).rstrip("_").lstrip("_0123456789")
        advice = f" Did you mean {likely}?" if likely else ""
        yield f"'{slug}' is no slug: small letters, digits and single underscores, a letter first.{advice}"
        return
    if slug in NOT_SLUGS:
        yield f"A lesson cannot have the slug '{slug}': {NOT_SLUGS[slug]}. Choose another."
    paths = [Template(path).substitute(slug=slug) for path in TAKEN]
    taken = [path for path in paths if (root / path).exists()]
    if taken:
        yield f"The slug '{slug}' is taken, there is {', '.join(taken)}. Choose another."
        return
    try:
        nav.with_lesson(_read(root), slug)
    except ProblemError as error:
        yield from map(str, error.problems)


def _wrong_title(title: str) -> Iterator[str]:
    if not slugify_unicode(title, "-").strip("-"):
        yield "The title has no letter and no digit, of which addresses are made. Give it one."
    if not title.isprintable():
        yield "The title is not one line of printable characters. Write it in one."
    found = [mark for mark in MARKS if mark in title]
    if found:
        yield f"The title has {' and '.join(found)} in it, a mark of Markdown. Leave it out."


def make(root: Path, slug: str, title: str) -> list[str]:
    """Write a new lesson into the course at `root`, and name the files that were made or changed.

    Raises OSError where a file is there already or cannot be written; then nothing is left of the others.
    """
    new = texts(slug, title)
    with ExitStack() as undo:
        for path, text in new.items():
            _write(root / path, text, undo)
        _replace(root / nav.FILE, nav.with_lesson(_read(root), slug), undo)
        undo.pop_all()
    return [*new, nav.FILE]


def _read(root: Path) -> str:
    """The text of mkdocs.yml, with the line endings that it has."""
    return (root / nav.FILE).read_bytes().decode()


def _write(path: Path, text: str, undo: ExitStack) -> None:
    """Write a new file, and its folder if there is none; `undo` takes away both."""
    for folder in reversed(path.parents):
        if not folder.exists():
            folder.mkdir()
            undo.callback(folder.rmdir)
    with path.open("x", encoding="utf-8") as file:
        undo.callback(path.unlink)
        file.write(text)


def _replace(path: Path, text: str, undo: ExitStack) -> None:
    """Write a file anew, whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    undo.callback(new.unlink, missing_ok=True)
    new.write_bytes(text.encode())
    shutil.copymode(path, new)
    os.replace(new, path)
