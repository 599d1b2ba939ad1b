"""What is rendered, kept by all that it is made of, so that a build renders only the pages and decks that changed."""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from content.engine.course import course
from content.engine.fence.header import Embed
from snippets.engine.runs.library import Library

MACHINERY = Path(__file__).resolve().parents[3]
PACKAGES = ("ansi2html", "latex2mathml", "markdown", "markdown-exec", "mkdocs", "pygments", "pymdown-extensions")
MISTAKE = "run-problem"  # the class of every message to an author

Markdown = tuple[Sequence[Any], Mapping[str, Any]]  # its extensions, and the settings of those that have any


def digest(library: Library, embeds: Iterable[Embed], markdown: Markdown, *texts: str) -> str:
    """A digest of what is rendered, texts and programs with their runs, and of what renders: `markdown`, and code."""
    parts = [*texts, json.dumps(markdown, default=_name, sort_keys=True), _machinery(), *_records(library, embeds)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def keep(library: Library, key: str, text: str) -> None:
    """Keep what was rendered, unless it shows a mistake, which may be mended elsewhere."""
    if MISTAKE not in text:
        with contextlib.suppress(OSError):  # the library tells of a cache that cannot be written
            library.cache.put_text(key, text)


def _records(library: Library, embeds: Iterable[Embed]) -> Iterator[str]:
    for embed in embeds:
        if course.is_sound(library, embed.file):
            yield repr(library.record(embed.file))


def _name(value: Any) -> str:
    return str(getattr(value, "__qualname__", type(value).__qualname__))


@cache
def _machinery() -> str:
    """The state of the code that renders: ours, and that of the packages it calls."""
    ours = [
        path
        for folder in ("snippets", "content", "slides")
        for path in sorted((MACHINERY / folder / "engine").rglob("*.py"))
    ]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in ours]
    return " ".join([*digests, *map(version, PACKAGES)])
