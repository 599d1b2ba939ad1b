"""The order of lessons and pages: the navigation, and nothing else, tells it."""

from pathlib import Path
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from content.engine.site import crawlers


def lessons(nav: Any) -> list[str]:
    """The slugs of the lessons in a navigation, or in an entry of one."""
    if isinstance(nav, str):
        return [Path(nav).stem] if nav.startswith("lessons/") else []
    entries = nav.values() if isinstance(nav, dict) else nav or ()
    return [slug for entry in entries for slug in lessons(entry)]


def by_section(files: Files, site: str) -> dict[str, list[crawlers.Entry]]:
    """The pages as Markdown by the top entry of the navigation that they stand under; `site` is the site's address."""
    sections: dict[str, list[crawlers.Entry]] = {}
    for page in pages(files):
        above = [*page.ancestors]
        entry = crawlers.Entry(page.title or "", site + page.file.src_uri, page.meta.get("description", ""))
        sections.setdefault(above[-1].title or "" if above else "The course", []).append(entry)
    return sections


def pages(files: Files) -> list[Page]:
    """All pages in the order of the navigation; those that it leaves out come where they are found."""
    found = [file.page for file in files.documentation_pages() if file.page]
    ordered: list[Page] = []
    for first in found:
        page: Page | None = first if first.previous_page is None else None
        while page:
            ordered.append(page)
            page = page.next_page
    return ordered
