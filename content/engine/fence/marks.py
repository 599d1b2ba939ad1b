"""Notes on lines of code: marks ① ② … in the listing, which the ordered list right below it explains.

A mark has no text of its own, only a number that the style paints: the code stays the file's, also when it is copied.
"""

import re
from collections.abc import Iterable

from content.engine.fence.scan import Block

ITEM = re.compile(r"\d+\. +\S.*")
MARK = '<span class="code-note" role="img" data-note="{number}" aria-label="Note {number}"></span>'


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


def with_marks(html: str, lines: Iterable[int]) -> str:
    """A highlighted listing with mark 1 at the end of the first of `lines`, from 1, mark 2 at that of the second, …"""
    for number, line in enumerate(lines, 1):
        mark = MARK.format(number=number)
        html = re.sub(rf'<span id="\w+-\d+-{line}">[^\n]*', rf"\g<0>{mark}", html, count=1)
    return html
