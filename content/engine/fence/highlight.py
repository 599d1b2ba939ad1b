"""Python source as highlighted HTML, kept by its text: highlighting takes half the time of a page that runs nothing."""

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from markdown import Markdown
from pymdownx.highlight import Highlight, HighlightExtension

from snippets.engine.runs.cache import Cache

SETTINGS = ("pygments_style", "use_pygments", "noclasses", "line_spans", "line_anchors", "anchor_linenums", "stripnl")
COUNT = "COUNT"  # in what is kept, where the number of the block on its page stands in the ids of lines


def count(md: Markdown) -> int:
    """Count up the code blocks of a page, so that every id on it is its own."""
    extension = _extension(md)
    extension.pygments_code_block += 1
    return int(extension.pygments_code_block)


def highlighted(md: Markdown, text: str, lines: Sequence[int], title: str, kept: Cache) -> str:
    """The HTML of Python source, by the settings of pymdownx.highlight, with some lines (from 1) lit up."""
    given = _extension(md).get_pymdownx_highlight_settings()
    settings = {name: given[name] for name in SETTINGS}
    facts = json.dumps([_versions(), settings, title, list(lines), text])
    digest = hashlib.sha256(facts.encode()).hexdigest()

    def make() -> str:
        highlight = Highlight(md, **settings)
        return str(highlight.highlight(text, "python", hl_lines=list(lines), title=title, code_block_count=COUNT))

    html = kept.text_or(digest, make)
    prefix = f'<span id="{settings["line_spans"]}-'  # text of the program has no such: its < are escaped
    return html.replace(f"{prefix}{COUNT}-", f"{prefix}{count(md)}-")


@cache
def _versions() -> list[str]:
    """The state of the code that highlights: the packages, and this module."""
    return [version("pygments"), version("pymdown-extensions"), Path(__file__).read_text(encoding="utf-8")]


def _extension(md: Markdown) -> HighlightExtension:
    return next(one for one in md.registeredExtensions if isinstance(one, HighlightExtension))
