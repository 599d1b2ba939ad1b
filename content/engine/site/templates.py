"""What the templates of the theme ask for beside what MkDocs tells them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.structure.pages import Page

from content.engine.course import exercise, texts
from content.engine.directives.registry import Registry
from content.engine.site import repository


def asked(root: Path, registry: Registry) -> dict[str, Any]:
    """When a page last changed, which exercises there are, and where the course is published."""
    return {
        "last_change": _last_change(root, registry),
        "search_is_mended": True,
        "exercises": exercise.by_lesson(root),
        "repository": repository.address(root),
        "codespace": repository.codespace(root),
    }


def _last_change(root: Path, registry: Registry) -> Callable[[Page], date | None]:
    days = repository.days(root)

    def last_change(page: Page) -> date | None:
        day = repository.last(days, page.file.src_uri, registry.asks_for_all(source_of(page)))
        return date.fromisoformat(day) if day else None

    return last_change


def source_of(page: Page) -> str:
    """The text of the file that a page is made of, with its front matter."""
    return texts.read(Path(page.file.abs_src_path)) if page.file.abs_src_path else page.file.content_string
