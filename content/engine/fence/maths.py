r"""Formulas as MathML at build time, without a script: `` `#!math 99 \times 100 / 2` ``, or a fence called math."""

from typing import Any

from latex2mathml.converter import convert


def inline(source: str, *_: Any) -> str:
    """Format a formula within a line, as pymdownx.inlinehilite asks for it."""
    return str(convert(source))


def block(source: str, *_: Any, **_more: Any) -> str:
    """Format a formula on lines of its own, as pymdownx.superfences asks for it."""
    return str(convert(source, display="block"))
