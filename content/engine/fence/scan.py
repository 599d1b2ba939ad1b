"""Find the fences of a Markdown text, as superfences will see them, the lists that explain them, and lines `:::`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

TAB = 4  # columns, as in Python-Markdown
HEADER = re.compile(
    r"""(?P<margin>[ >]*)(?P<item>(?:[-*+]|\d+\.)[ ]+)?(?P<ticks>`{3,}|~{3,})[ ]*(?P<info>(?:[^`"]|"[^"]*")*)"""
)
CELL = re.compile(
    r"""(?P<margin>[ >]*)(?P<item>(?:[^`]|`[^`]+`)*\|[ ]*)(?P<ticks>`{3,}|~{3,})[ ]*"""
    r"""(?P<info>(?:[^`"|]|"[^"]*")*)(?:[`|].*)?"""
)
SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
COMMENT = re.compile(r"<!--.*?-->")
QUOTED = re.compile(r'"[^"]*"')
ITEM = re.compile(r"\d+\. +\S.*")  # of an ordered list
PROGRAM = re.compile(r"(?<![\w-])(?:exec|file)(?![\w-])")  # a header with one of these means to show a program
ASKED = re.compile(r"(?P<margin>[ >]*)::: *(?P<name>[^\s|]+) *(?P<rest>.*?) *")


@dataclass(frozen=True)
class Block:
    """A fence: its first and last line, from 0 (no last where nothing closes it), and its header in parts."""

    first: int
    last: int | None
    margin: str
    item: str
    ticks: str
    info: str

    @property
    def names_program(self) -> bool:
        """Whether it means to show a program, and not its own text."""
        return _names_program(self.info)


@dataclass(frozen=True)
class Asked:
    """A line that asks for something. `number` is from 0 in its text, `margin` what stands before the colons."""

    number: int
    margin: str
    name: str
    rest: str


def lines_of(text: str) -> list[str]:
    """The lines of a text as Python-Markdown sees them."""
    return text.expandtabs(TAB).split("\n")


def blocks(lines: list[str]) -> Iterator[Block]:
    """All fences, in order. Fences within fences are text, and skipped; so are those within comments.

    A fence on the line of a list's item, or in a cell of a table, is none to superfences; one that names a program is
    here nevertheless.
    """
    return (part for part in _parts(lines) if isinstance(part, Block))


def comments(lines: list[str]) -> Iterator[range]:
    """The lines of each comment of HTML that goes over several, in order."""
    return (part for part in _parts(lines) if isinstance(part, range))


def _parts(lines: list[str]) -> Iterator[Block | range]:
    """Fences, and comments of several lines: neither is looked for within the other."""
    number = 0
    while number < len(lines):
        line = lines[number]
        header = HEADER.fullmatch(line) if "```" in line or "~~~" in line else None  # most lines are prose
        last = None
        if header and (_names_program(header["info"]) or not header["item"]):
            last = _closing(lines, number, header)
            yield Block(number, last, header["margin"], header["item"] or "", header["ticks"], header["info"])
        elif not header and "|" in line and (cell := _cell(line)):
            yield Block(number, number, cell["margin"], cell["item"], cell["ticks"], cell["info"])
        elif "<!--" in line and "<!--" in COMMENT.sub("", SPAN.sub("", line)):
            last = next((below for below in range(number + 1, len(lines)) if "-->" in lines[below]), None)
            if last is not None:
                yield range(number, last + 1)
        number = (number if last is None else last) + 1


def fenced(lines: list[str]) -> set[int]:
    """The lines, from 0, that stand in fences or begin or end one."""
    ends = ((block.first, block.first if block.last is None else block.last) for block in blocks(lines))
    return {number for first, last in ends for number in range(first, last + 1)}


@lru_cache(maxsize=2048)  # texts: a build looks at each several times
def numbered_lines(text: str) -> Sequence[tuple[int, str, bool]]:
    """The lines of a text with their numbers, from 1, and whether each is in a fence."""
    lines = lines_of(text)
    code = fenced(lines)
    return tuple((number + 1, line.rstrip(), number in code) for number, line in enumerate(lines))


@lru_cache(maxsize=2048)  # texts: a build looks at each several times
def asked_in(text: str) -> tuple[Asked, ...]:
    """The lines of a text that ask for something, in order; lines within fences are text."""
    if ":::" not in text:
        return ()
    lines = lines_of(text)
    code = fenced(lines)
    found = ((number, ASKED.fullmatch(line)) for number, line in enumerate(lines) if number not in code)
    return tuple(Asked(number, asked["margin"], asked["name"], asked["rest"]) for number, asked in found if asked)


def items_below(lines: list[str], block: Block) -> int:
    """How many items the ordered list has that follows a fence, with nothing but blank lines between; 0 for none."""
    items, before = 0, ""
    for line in lines[(block.last or block.first) + 1 :]:
        if not line.startswith(block.margin) and line.rstrip() not in (block.margin.rstrip(), ""):
            break
        text = line[len(block.margin) :]
        if ITEM.fullmatch(text):
            items += 1
        elif text.strip() and not (items and (before.strip() or text.startswith("    "))):
            break
        before = text
    return items


def _cell(line: str) -> re.Match[str] | None:
    """A fence that names a program, in a cell of a table, all in one line."""
    cell = CELL.fullmatch(line) if "```" in line or "~~~" in line else None
    return cell if cell and _names_program(cell["info"]) else None


def _names_program(info: str) -> bool:
    return bool(PROGRAM.search(QUOTED.sub("", info)))


def _closing(lines: list[str], first: int, header: re.Match[str]) -> int | None:
    """The line that closes a fence. As one that names a program has no body, any margin will do right below it."""
    names_program = _names_program(header["info"])
    for number in range(first + 1, len(lines)):
        line = lines[number]
        bare = line.strip(" >")
        is_slip = names_program and number == first + 1 and bare == header["ticks"]
        if line.rstrip() == header["margin"] + header["ticks"] or is_slip:
            return number
        other = HEADER.fullmatch(line)
        is_next = names_program and other and _names_program(other["info"])
        if is_next or (bare and not line.startswith(header["margin"])):
            return None
    return None
