"""What is rendered, kept by all that it is made of, so that a build renders only the pages and decks that changed.

A text is made of all that Markdown extensions include in it, too.
"""

import hashlib
import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from importlib.metadata import version
from itertools import takewhile
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import CountHandler

from content.engine.directives.extension import Registry
from content.engine.fence import check
from content.engine.fence.extension import ExecFences, place
from content.engine.fence.header import Embed, scan
from content.engine.fence.scan import asked_in
from snippets.engine.runs.library import Library
from snippets.engine.sources import digest_of

ROOT = Path(__file__).resolve().parents[3]
BUILDER = Page.__module__.partition(".")[0]  # mkdocs, or the fork of it that answers to this name while it builds
PACKAGES = ("latex2mathml", "markdown", "markdown-exec", BUILDER, "pygments", "pymdown-extensions", "pyte")
ENGINES = [ROOT / folder / "engine" for folder in ("snippets", "content", "slides")]
VERSIONS = [f"{package} {version(package)}" for package in PACKAGES]
MACHINERY = (digest_of(*ENGINES), *VERSIONS)  # the code that renders: ours, and what it calls
MISTAKE = "run-problem"  # the class of every message to an author
PLACE = re.compile(r'<div class="program" id="([^"]+)"')  # MkDocs does not look into what superfences makes

log = logging.getLogger(BUILDER)


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
        if check.is_sound(library, embed.file):
            yield repr(library.record(embed.file))


def _name(value: Any) -> str:
    """A setting that JSON does not hold: a function, or one with some of its arguments."""
    if isinstance(value, partial):
        return repr((_name(value.func), value.args, sorted(value.keywords.items())))
    kind = value if hasattr(value, "__qualname__") else type(value)
    return f"{kind.__module__}.{kind.__qualname__}"


def keep(page: Page, registry: Registry, library: Library) -> None:
    """Have MkDocs render a page only if nothing is kept of the very same.

    MkDocs lets nothing stand in for its rendering, and of a page of a class of ours it would drop the title in the
    navigation: so this one method of this one page is ours.
    """
    vars(page)["render"] = partial(_render, page, registry, library)


def _render(page: Page, registry: Registry, library: Library, config: MkDocsConfig, files: Files) -> None:
    key = _key(page, registry, library, config, files)
    text = library.cache.text(key) if key else None
    if text and _restored(page, text, files):
        return
    told = CountHandler(level=logging.INFO)
    log.addHandler(told)
    try:
        Page.render(page, config, files)
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *PLACE.findall(page.content or "")}
    finally:
        log.removeHandler(told)
    text = json.dumps(_state(page))
    if key and is_sound(text) and not told.get_counts():  # every build has to tell of a wrong link
        library.cache.put_text(key, text)


def _key(page: Page, registry: Registry, library: Library, config: MkDocsConfig, files: Files) -> str | None:
    """A digest of all that a page is made of; None if one of its lines `:::` has a mistake."""
    by, here = rendering(config.markdown_extensions, config.mdx_configs), place.get()
    markdown = whole(page.markdown or "", by)
    asked = asked_in(markdown)
    if any(registry.check(one, here) for one in asked):
        return None
    shown = [line for one in asked for line in registry.in_place_of(one)]
    embeds = [fence.embed for fence in scan(markdown, here) if fence.embed]
    settings = (config.validation, log.getEffectiveLevel(), here)
    return digest(library, embeds, by, markdown, *shown, repr(settings), _targets(files))


@lru_cache(maxsize=1)  # the same for all pages of a build
def _targets(files: Files) -> str:
    """What links can lead to."""
    return repr(sorted((file.src_uri, file.url, file.inclusion.name) for file in files))


def _state(page: Page) -> dict[str, Any]:
    """All that rendering sets of a page, as JSON holds it."""
    links = page.links_to_anchors
    return {
        "content": page.content,
        "title": vars(page)["_title_from_render"],
        "toc": _tokens(page.toc),
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": None if links is None else {file.src_uri: anchors for file, anchors in links.items()},
    }


def _tokens(entries: Iterable[AnchorLink]) -> list[dict[str, Any]]:
    """A table of contents as Python-Markdown has it."""
    return [
        {"name": entry.title, "id": entry.id, "level": entry.level, "children": _tokens(entry.children)}
        for entry in entries
    ]


def _restored(page: Page, text: str, files: Files) -> bool:
    """Whether a page is now as it was when it was kept; what is no such state counts as absent."""
    try:
        state = json.loads(text)
        toc, anchors = get_toc(state["toc"]), {*state["anchors"]}
        links = None if state["links"] is None else {files.src_uris[uri]: to for uri, to in state["links"].items()}
        content, title = state["content"], state["title"]
    except (ValueError, TypeError, LookupError, AttributeError):
        return False
    page.content, page.toc, page.present_anchor_ids, page.links_to_anchors = content, toc, anchors, links
    vars(page)["_title_from_render"] = title
    return True
