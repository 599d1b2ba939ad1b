"""Slides kept by all that they are made of, so that a build renders only the decks that changed."""

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from content import course, texts
from slides import deck
from snippets.library import Library

MACHINERY = Path(__file__).resolve().parent.parent
PACKAGES = ("ansi2html", "latex2mathml", "markdown", "markdown-exec", "pygments", "pymdown-extensions")


def slides(root: Path, path: Path, extensions: Sequence[Any], configs: Mapping[str, Any], library: Library) -> str:
    """The slides of the deck whose outline is at `path`: those kept of the same deck, or else rendered now."""
    digest = _digest(root, path, configs, library)
    kept = library.cache.text(digest)
    if kept is None:
        kept = deck.render(root, path, extensions, configs)
        if "run-problem" not in kept:  # a mistake may be mended elsewhere
            with contextlib.suppress(OSError):  # the library tells of a cache that cannot be written
                library.cache.put_text(digest, kept)
    return kept


def _digest(root: Path, path: Path, configs: Mapping[str, Any], library: Library) -> str:
    parts = [texts.read(path), json.dumps(configs, default=_name, sort_keys=True), _machinery()]
    lesson = root / "content" / "lessons" / path.name
    parts += [texts.read(lesson)] if lesson.is_file() else []
    return hashlib.sha256("\0".join([*parts, *_records(root, path, library)]).encode()).hexdigest()


def _records(root: Path, path: Path, library: Library) -> Iterator[str]:
    for embed in course.embeds(root, path, "deck"):
        if course.is_sound(library, embed.file):
            yield repr(library.record(embed.file))


def _name(value: Any) -> str:
    return str(getattr(value, "__qualname__", type(value).__qualname__))


@cache
def _machinery() -> str:
    """The state of the code that renders: ours, and that of the packages it calls."""
    ours = [path for folder in ("content", "slides") for path in sorted((MACHINERY / folder).glob("*.py"))]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in ours]
    return " ".join([*digests, *map(version, PACKAGES)])
