"""Markdown that shows a text as it is."""

import re

SPECIAL = re.compile(r"(?P<code>`[^`]+`)|[\\`*_\[\]{}<>&|]")


def plain(text: str) -> str:
    """A text as prose; what stands between backticks is code, as in the lessons."""
    return SPECIAL.sub(lambda match: match["code"] or f"&#{ord(match[0])};", text)


def code(text: str) -> str:
    """A text as code, whatever backticks it has."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks, room = "`" * (longest + 1), " " * (longest > 0)
    return f"{ticks}{room}{text}{room}{ticks}"
