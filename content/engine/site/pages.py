"""The pages that MkDocs renders, rendered anew only where something that they are made of changed."""

import json
import logging
import re
from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import CountHandler

from content.engine.directives.extension import Registry
from content.engine.fence.extension import place
from content.engine.fence.header import scan
from content.engine.fence.scan import asked_in
from content.engine.site import rendered
from snippets.engine.runs.library import Library

PLACE = re.compile(r'<div class="program" id="([^"]+)"')  # MkDocs does not look into what superfences makes

log = logging.getLogger(rendered.BUILDER)


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
    if key and rendered.is_sound(text) and not told.get_counts():  # every build has to tell of a wrong link
        library.cache.put_text(key, text)


def _key(page: Page, registry: Registry, library: Library, config: MkDocsConfig, files: Files) -> str | None:
    """A digest of all that a page is made of; None if one of its lines `:::` has a mistake."""
    by, here = rendered.rendering(config.markdown_extensions, config.mdx_configs), place.get()
    markdown = rendered.whole(page.markdown or "", by)
    asked = asked_in(markdown)
    if any(registry.check(one, here) for one in asked):
        return None
    shown = [line for one in asked for line in registry.in_place_of(one)]
    embeds = [fence.embed for fence in scan(markdown, here) if fence.embed]
    settings = (config.validation, log.getEffectiveLevel(), here)
    return rendered.digest(library, embeds, by, markdown, *shown, repr(settings), _targets(files))


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
