"""How a program declares to end: alike on every Python, or by version."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from packaging.version import Version

from snippets.engine.program.wish import comparison, is_wish

Ends = str | tuple[tuple[str, str], ...]  # an ending, or pairs of what a Python is asked for and an ending

ENDING = re.compile(r"ok|timeout|exit [1-9]\d*|signal (?:SIG[A-Z0-9]+|\d+)")
HOW = 'Write "ok", "timeout", or such as "exit 1" or "signal SIGKILL".'
BY_VERSION = 'Write such as { "<3.14" = "ok", ">=3.14" = "exit 1" }.'


def wrong(ends: Any) -> Iterator[tuple[str, str]]:
    """The complaints and advice on what a block says of an ending; nothing on what is neither text nor table."""
    if isinstance(ends, str) and not ENDING.fullmatch(ends):
        yield f"'ends' is {ends!r}.", HOW
    if not isinstance(ends, Mapping):
        return
    if len(ends) < 2:
        yield "'ends' is a table of fewer than two endings.", BY_VERSION
    for wish, ending in ends.items():
        if not is_wish(wish):
            yield f"'{wish}' names no Python.", BY_VERSION
        if not isinstance(ending, str) or not ENDING.fullmatch(ending):
            yield f"'ends' is {ending!r} for '{wish}'.", HOW


def on(ends: Ends, python: str) -> str:
    """How a program ends on a Python such as `3.14.0` or `3.13.5t`: as the first that it meets says.

    Empty where nothing is declared for it. What is said of a version holds for its builds without the GIL, and before
    its release, too.
    """
    if isinstance(ends, str):
        return ends
    return next((ending for wish, ending in ends if _meets(python, wish)), "")


def _meets(python: str, wish: str) -> bool:
    words = wish.split()
    is_free_threaded = python.endswith("t")
    # A build from a clone adds a plus sign.
    number = Version(python.removesuffix("t").removesuffix("+")).base_version
    found = [comparison(word) for word in words if word != "free-threaded"]
    return (is_free_threaded or "free-threaded" not in words) and all(
        one is not None and one.contains(number) for one in found
    )


def listed(ends: Ends) -> tuple[tuple[str, str], ...]:
    """Each ending that is declared, with the Pythons that it is declared for; these are empty where it is for all."""
    return (("", ends),) if isinstance(ends, str) else ends
