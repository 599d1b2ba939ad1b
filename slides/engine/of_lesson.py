"""What a deck takes from its lesson's page in words: what one can do after it, and its key points."""

import re

from content.engine.course import texts
from content.engine.course.headings import LINK

OBJECTIVES = re.compile(r'^!!! abstract "After this lesson you can"\n(?P<items>(?: {4}.*\n|\s*\n)+)', re.MULTILINE)
KEY_POINTS = re.compile(r"^## Key points *\n(?P<items>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ITEM = re.compile(r"^(?:[-*]|\d+\.) +.*(?:\n(?!\s*\n|[-*] |\d+\. ).*)*", re.MULTILINE)


def objectives(text: str) -> str:
    """What readers of a lesson can do after it, a list in Markdown without links; empty where its page has no box."""
    found = OBJECTIVES.search(texts.body(text))
    lines = found["items"].splitlines() if found else []
    return _list("\n".join(line.removeprefix("    ") for line in lines))


def key_points(text: str) -> str:
    """The key points of a lesson, as a list in Markdown without links; empty where its page has none."""
    found = KEY_POINTS.search(texts.body(text))
    return _list(found["items"] if found else "")


def _list(text: str) -> str:
    items = [" ".join(item.split()) for item in ITEM.findall(LINK.sub(r"\1", text))]
    return "\n".join(item.rstrip(";,") for item in items)
