"""What a program asks for when it names Pythons: versions, comparisons, `free-threaded`."""

import re

from packaging.specifiers import InvalidSpecifier, SpecifierSet


def is_wish(text: str) -> bool:
    """Whether a text can choose interpreters: words that are each a version, a comparison or `free-threaded`."""
    words = text.split()
    return bool(words) and all(word == "free-threaded" or comparison(word) is not None for word in words)


def comparison(word: str) -> SpecifierSet | None:
    """Read `3.13` or `>=3.14` as a comparison of versions; None where it is neither."""
    try:
        return SpecifierSet(f"=={word}.*" if re.fullmatch(r"3\.\d+", word) else word)
    except InvalidSpecifier:
        return None
