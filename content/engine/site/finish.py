"""What is done to the HTML of a page once Markdown or the theme made it.

Links of the navigation to lessons get the numbers that these have on the map: values that the style paints, so titles
stay as they are, for readers, crawlers and search alike. Links to terms of the glossary say what these mean, on hover,
by keyboard and by touch. Listings and tables are made as Material's script would make them, so that a browser need not
style and lay out all of the page once more: the script gives a class to each listing, and wraps each table, one after
the other; where a table is taken out and put in again, all that stands in the same element is styled anew. For all that
has a `title` it prepares a box that says it, which for the link at each heading the style sheet does.
"""

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from urllib.parse import urljoin

from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

NAVIGATION = re.compile(r'<a href="(?P<address>[^"#]+)"(?= class="md-(?:nav|footer)__link)')
LESSON = re.compile(r"/lessons/(?P<slug>\w+)(?:/|\.html)")
TERM = re.compile(r'<h3 id="(?P<id>[^"]+)">.*?</h3>\s*<p>(?P<text>.*?)</p>', re.DOTALL)
LINK = re.compile(r'<a href="(?P<address>[^"#]*)#(?P<id>[^"]+)">')
TAG = re.compile(r"<[^>]*>")
SENTENCE = re.compile(r".*?[.!?](?=\s|$)", re.DOTALL)
LISTING = re.compile(r'<code(?P<style>(?: style="[^"]*")?)>(?=<span id=)')  # each of its lines has an id
LAID_OUT = r'<code class="md-code__content"\g<style>>'
TITLE = re.compile(r'(<a class="headerlink" href="[^"]*") title=')
NAMED = r"\1 aria-label="
TABLE, END = "<table>", "</table>"  # one with a class, such as the scheduler's, is left alone by Material


def numbered(html: str, url: str, order: Sequence[str]) -> str:
    """The HTML of the page at `url` in which links of the navigation to a lesson carry its number in this order."""

    def number(link: re.Match[str]) -> str:
        lesson = LESSON.fullmatch(urljoin(f"/{url}", link["address"]))
        if not lesson or lesson["slug"] not in order:
            return link[0]
        return f"{link[0]} style=\"--lesson: '{order.index(lesson['slug']) + 1}'\""

    return NAVIGATION.sub(number, html)


def meanings(glossary: str) -> dict[str, str]:
    """The first sentence below each heading of the third level in a page's HTML, as plain text, by the heading's id."""
    return {term["id"]: _first_sentence(term["text"]) for term in TERM.finditer(glossary)}


def _first_sentence(html: str) -> str:
    text = " ".join(unescape(TAG.sub("", html)).split())
    found = SENTENCE.match(text)
    return found[0] if found else text


def explained(html: str, address: str, known: Mapping[str, str]) -> str:
    """A page's HTML in which each plain link to a term says what that means; `address` is that of the glossary."""

    def explain(link: re.Match[str]) -> str:
        if link["address"] != address or link["id"] not in known:
            return link[0]
        return f'<a href="{address}#{link["id"]}" class="term" title="{escape(known[link["id"]])}">'

    return LINK.sub(explain, html)


def explain(files: Files, glossary: str) -> None:
    """Say what terms mean on all rendered pages; `glossary` is the source of theirs, and empty for none."""
    source = files.get_file_from_path(glossary)
    if source is None or source.page is None:
        return
    known = meanings(source.page.content or "")
    for file in files.documentation_pages():
        if file.page and file is not source:
            address = get_relative_url(source.url, file.url)
            file.page.content = explained(file.page.content or "", address, known)


def settled(html: str) -> str:
    """The HTML of a page's text with the class on its listings, and no `title` on the links at its headings.

    Each of its tables is in an element of its own.
    """
    before, *tables = TITLE.sub(NAMED, LISTING.sub(LAID_OUT, html)).split(TABLE)
    return before + "".join(f"<div>{TABLE}{table.replace(END, f'{END}</div>', 1)}" for table in tables)
