"""What crawlers look for at the root of a site: sitemap.xml, and llms.txt, which leads to the pages as Markdown."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

ABOUT_PAGES = "Every page is here as Markdown, with its programs and with what they printed when this site was built."


@dataclass(frozen=True)
class Entry:
    """A page: its title, the address of its Markdown, and what it is about."""

    title: str
    address: str
    description: str


def llms(title: str, summary: str, sections: Mapping[str, Iterable[Entry]]) -> str:
    """The text of llms.txt, as llmstxt.org describes it: what the site is, and its pages by section."""
    lines = [f"# {title}", "", f"> {summary}", "", ABOUT_PAGES]
    for name, entries in sections.items():
        lines += ["", f"## {name}", "", *map(_line, entries)]
    return "\n".join(lines) + "\n"


def _line(entry: Entry) -> str:
    title = re.sub(r"([\[\]\\])", r"\\\1", entry.title)
    return f"- [{title}]({entry.address})" + (f": {entry.description}" if entry.description else "")


def sitemap(addresses: Iterable[str]) -> str:
    """The text of sitemap.xml. It tells no dates: those of a build are not those of the last change."""
    places = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    name = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{name}">\n{places}</urlset>\n'
