"""The numbers of a listing's lines, those of the file, and where on its page a line of a program is shown.

A number is no text of the listing, only an attribute that the style paints: what is copied is the code alone.
"""

import re
from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

from markdown import Markdown

Lines = Mapping[tuple[str, int], str]  # the id on the page, by a program's name and the line's number in its file
LINE = re.compile(r'<span id="(?P<id>\w+-\d+-(?P<line>\d+))">(?=(?P<lit><span class="hll">)?)')

_shown: WeakKeyDictionary[Markdown, dict[tuple[str, int], str]] = WeakKeyDictionary()


def numbered(md: Markdown, listing: str, name: str, numbers: Sequence[int]) -> str:
    """A highlighted listing of the program `name` whose lines have these numbers; the page knows from now on where."""
    lines = _shown.setdefault(md, {})

    def number(span: re.Match[str]) -> str:
        number = numbers[int(span["line"]) - 1]
        lines.setdefault((name, number), span["id"])
        lit = ' class="lit"' if span["lit"] else ""
        return f'<span id="{span["id"]}"{lit} data-line="{number}">'

    return LINE.sub(number, listing)


def shown(md: Markdown) -> Lines:
    """The lines that the page has shown so far."""
    return _shown.get(md, {})
