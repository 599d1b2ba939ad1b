r"""Formulas as MathML at build time, without a script: `` `#!math 99 \times 100 / 2` ``, or a fence called math."""

from typing import Any


def inline(source: str, *_: Any) -> str:
    """Format a formula within a line, as pymdownx.inlinehilite asks for it."""
    return _mathml(source)


def block(source: str, *_: Any, **_more: Any) -> str:
    """Format a formula on lines of its own, as pymdownx.superfences asks for it."""
    return _mathml(source, display="block")


def _mathml(source: str, **options: Any) -> str:
    from latex2mathml.converter import convert  # here: it takes 20 ms, and few builds render a formula anew

    return str(convert(source, **options))
