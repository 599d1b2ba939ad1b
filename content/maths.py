r"""Formulas as MathML at build time, without a script: `` `#!math 99 \times 100 / 2` ``, or a fence called math."""

from typing import Any

from latex2mathml.converter import convert
from markdown import Markdown


def inline(source: str, language: str, css_class: str, md: Markdown) -> str:
    """Format a formula within a line, as pymdownx.inlinehilite asks for it."""
    return str(md.htmlStash.store(convert(source)))


def block(source: str, language: str, css_class: str, options: dict[str, Any], md: Markdown, **more: Any) -> str:
    """Format a formula on lines of its own, as pymdownx.superfences asks for it."""
    return str(convert(source, display="block"))
