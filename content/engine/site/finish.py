"""What a term of the glossary means, said where a page links it: on hover, by keyboard and by touch."""

import re
from collections.abc import Mapping
from html import escape, unescape

from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

TERM = re.compile(r'<h3 id="(?P<id>[^"]+)">.*?</h3>\s*<p>(?P<text>.*?)</p>', re.DOTALL)
LINK = re.compile(r'<a href="(?P<address>[^"#]*)#(?P<id>[^"]+)">')
TAG = re.compile(r"<[^>]*>")
SENTENCE = re.compile(r".*?[.!?](?=\s|$)", re.DOTALL)


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
