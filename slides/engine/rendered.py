"""The slides of a deck, rendered anew only where something that they are made of changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from content.engine.course import course, texts
from content.engine.fence.header import scan
from content.engine.site import rendered
from content.engine.site.included import whole
from slides.engine import deck
from snippets.engine.runs.library import Library


def slides(root: Path, path: Path, extensions: Sequence[Any], configs: Mapping[str, Any], library: Library) -> str:
    """The slides of the deck whose outline is at `path`: those kept of the same deck, or else rendered now."""
    lesson = root / "content" / "lessons" / path.name
    by = rendered.rendering(extensions, configs)
    outline = whole(texts.read(path), by)
    made_of = [outline, *([texts.read(lesson)] if lesson.is_file() else [])]
    embeds = [fence.embed for fence in scan(outline, course.place_of(root, path, "deck")) if fence.embed]
    key = rendered.digest(library, embeds, by, *made_of)
    return library.cache.text_or(key, lambda: deck.render(root, path, extensions, configs), rendered.is_sound)
