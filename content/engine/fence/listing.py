"""A program's source as a listing: highlighted, with the numbers that its lines have in the file, and marks of notes.

What is highlighted is kept by its text, since that takes half the time of a page that runs nothing. Numbers and marks
are no text of the listing, only attributes that the style paints: what is copied is the code alone. A slide shows what
stands at the top for Python's sake, docstring and imports, only where it is asked for.

Pygments makes an element of each word, dot and bracket: of a lesson two elements in three. A browser makes, styles and
lays out each of them. A page has eight colours for them, so neighbours of one colour are one element here, and what has
the commonest, that of operators and brackets, is in none: `content/assets/course.css` gives it to the whole listing.
"""

import ast
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from weakref import WeakKeyDictionary

from markdown import Markdown
from pymdownx.highlight import Highlight, HighlightExtension

from content.engine.fence.address import breakable, links
from content.engine.fence.header import Embed, Place
from content.engine.fence.output import Lines
from snippets.engine.program.program import Program
from snippets.engine.runs.cache import Cache

SETTINGS = ("pygments_style", "use_pygments", "noclasses", "line_spans", "line_anchors", "anchor_linenums", "stripnl")
COUNT = "COUNT"  # in what is kept, where the number of the block on its page stands in the ids of lines
MARK = '<span class="code-note" role="img" data-note="{number}" aria-label="Note {number}"></span>'
LINE = re.compile(r'<span id="(?P<id>\w+-\d+-(?P<line>\d+))">(?=(?P<lit><span class="hll">)?)')
BARE = ("o", "ow", "p", "w")
OF_COLOUR = {  # by the kind that stands for a colour, all those that Material paints with it
    "n": "n kc fm sa vm",
    "k": "k kd kn kp kr kt nd ni nl nt",
    "nf": "nf nc ne nn",
    "nb": "nb bp no",
    "s": "s s1 s2 sb sc si ss",
    "mi": "mi il m mb mf mh mo",
    "c": "c c1 ch cm cs sd",
}
KINDS = {kind: colour for colour, kinds in OF_COLOUR.items() for kind in kinds.split()}
WORD = re.compile(r'<span class="(?P<kind>\w+)">(?P<text>[^<]*)</span>')
NEIGHBOURS = re.compile(r'<span class="(?P<kind>\w+)">[^<]*</span>(?: *<span class="(?P=kind)">[^<]*</span>)+')
TAG = re.compile(r"<[^>]*>")

_shown: WeakKeyDictionary[Markdown, dict[tuple[str, int], str]] = WeakKeyDictionary()


def source_html(md: Markdown, program: Program, embed: Embed, above: int, cache: Cache, here: Place) -> str:
    """The source of a program, or the part that a fence asks for; `above` are the lines above what is shown."""
    text = program.text_of(embed.part) if embed.part else "\n".join(program.source.split("\n")[above:])
    first, last = lines_of(program, embed.highlight, above) if embed.highlight else (1, 0)
    listing = highlighted(md, text, range(first, last + 1), embed.title or program.name, cache)
    if here.site:
        listing = merged(listing)
        listing = listing.replace("<pre>", f"{links(program, here.site)}<pre>", 1)
        lines = text.count("\n")
        listing = listing.replace("<code>", f'<code style="--lines: {lines}">', 1)
    listing = with_marks(listing, (lines_of(program, name, above)[0] for name in embed.notes))
    if here.kind == "deck":
        return listing
    title = f'<span class="filename">{escape(embed.title or program.name)}'
    listing = listing.replace(title, breakable(title), 1)
    blank = len(text.rstrip("\n")) - len(text.strip("\n"))  # lines at its top, which are not shown
    return numbered(md, listing, program.name, program.numbers[above + blank :])


def lines_above(program: Program, embed: Embed, here: Place) -> int:
    """How many lines of a program stand above those that are shown."""
    if embed.part:
        return program.lines_of(embed.part)[0] - 1
    if here.kind != "deck" or embed.whole:
        return 0
    named = filter(None, (embed.highlight, *embed.notes, *embed.steps))
    return first_line(program.source, (program.lines_of(name)[0] for name in named)) - 1


def lines_of(program: Program, name: str, above: int) -> tuple[int, int]:
    """First and last line of a part, counted from 1 below those that stand above what is shown."""
    first, last = program.lines_of(name)
    return first - above, last - above


def first_line(source: str, named: Iterable[int]) -> int:
    """The line of a program, from 1, that a slide shows first: that below the docstring and the imports at its top.

    `named` are lines that the slide speaks of: with one among the imports it begins there. A program that is nothing
    but these, or that Python cannot read, begins at 1.
    """
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return 1
    head = [statement for statement in statements[:1] if _is_text(statement)]
    for statement in statements[len(head) :]:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            break
        head.append(statement)
    if len(head) == len(statements):
        return 1
    while head and head[-1].end_lineno == statements[len(head)].lineno:  # a statement behind it stands on its line
        head.pop()
    if not head:
        return 1
    lines = source.split("\n")
    below = head[-1].end_lineno or 0
    first = next(number for number, line in enumerate(lines[below:], below + 1) if line.strip())
    return min([first, *named])


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


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


def merged(listing: str) -> str:
    """The HTML of highlighted Python with the same text and the same colours, on a page, in fewer elements."""
    return NEIGHBOURS.sub(_one, WORD.sub(_painted, listing))


def _painted(word: re.Match[str]) -> str:
    """A word in the element of its colour, if it needs one; what is no word, such as a line, as it is."""
    if word["kind"] in BARE:
        return word["text"]
    return f'<span class="{KINDS.get(word["kind"], word["kind"])}">{word["text"]}</span>'


def _one(neighbours: re.Match[str]) -> str:
    return f'<span class="{neighbours["kind"]}">{TAG.sub("", neighbours[0])}</span>'


def with_marks(html: str, lines: Iterable[int]) -> str:
    """A highlighted listing with mark 1 at the end of the first of `lines`, from 1, mark 2 at that of the second, …"""
    for number, line in enumerate(lines, 1):
        mark = MARK.format(number=number)
        html = re.sub(rf'<span id="\w+-\d+-{line}">[^\n]*', rf"\g<0>{mark}", html, count=1)
    return html


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
