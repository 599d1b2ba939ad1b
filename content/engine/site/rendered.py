"""What is rendered, kept by all that it is made of, so that a build renders only the pages and decks that changed.

A text is made of all that Markdown extensions include in it, too.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from importlib.metadata import version
from itertools import takewhile
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from mkdocs.structure.pages import Page

from content.engine.course import course
from content.engine.fence.extension import ExecFences
from content.engine.fence.header import Embed
from snippets.engine.runs.library import Library
from snippets.engine.sources import digest_of

ROOT = Path(__file__).resolve().parents[3]
BUILDER = Page.__module__.partition(".")[0]  # mkdocs, or the fork of it that answers to this name while it builds
PACKAGES = ("latex2mathml", "markdown", "markdown-exec", BUILDER, "pygments", "pymdown-extensions", "pyte")
ENGINES = [ROOT / folder / "engine" for folder in ("snippets", "content", "slides")]
VERSIONS = [f"{package} {version(package)}" for package in PACKAGES]
MACHINERY = (digest_of(*ENGINES), *VERSIONS)  # the code that renders: ours, and what it calls
MISTAKE = "run-problem"  # the class of every message to an author


@dataclass(frozen=True)
class Rendering:
    """What renders: Markdown extensions, and the settings of those that have any. `digest` stands for both."""

    digest: str
    extensions: Sequence[Any] = field(compare=False)
    configs: Mapping[str, Any] = field(compare=False)


def rendering(extensions: Sequence[Any], configs: Mapping[str, Any]) -> Rendering:
    """Markdown with these extensions, and these settings of those that have any."""
    return Rendering(json.dumps((extensions, configs), default=_name, sort_keys=True), extensions, configs)


def whole(text: str, rendering: Rendering) -> str:
    """The text as it is when its fences are looked at; until then, extensions include programs and fences.

    Raises what an extension raises of a text that it cannot include, as rendering does.
    """
    lines = text.split("\n")
    for step in _steps(rendering):
        lines = step.run(lines)
    return "\n".join(lines)


@lru_cache(maxsize=2)  # pages and decks of a build
def _steps(rendering: Rendering) -> list[Preprocessor]:
    """What goes over the lines of a text before its fences are looked at."""
    md = Markdown(extensions=list(rendering.extensions), extension_configs=dict(rendering.configs))
    return [*takewhile(lambda step: not isinstance(step, ExecFences), md.preprocessors)]


def digest(library: Library, embeds: Iterable[Embed], by: Rendering, *texts: str) -> str:
    """A digest of what is rendered, texts and programs with their runs, and of what renders: Markdown, and code."""
    parts = [*texts, by.digest, *MACHINERY, *_records(library, embeds)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def is_sound(text: str) -> bool:
    """Whether what was rendered may be kept: a mistake that it shows may be mended elsewhere."""
    return MISTAKE not in text


def _records(library: Library, embeds: Iterable[Embed]) -> Iterator[str]:
    for embed in embeds:
        if course.is_sound(library, embed.file):
            yield repr(library.record(embed.file))


def _name(value: Any) -> str:
    """A setting that JSON does not hold: a function, or one with some of its arguments."""
    if isinstance(value, partial):
        return repr((_name(value.func), value.args, sorted(value.keywords.items())))
    kind = value if hasattr(value, "__qualname__") else type(value)
    return f"{kind.__module__}.{kind.__qualname__}"
