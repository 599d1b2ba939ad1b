"""A listing keeps its text and its colours, in fewer elements."""

import re
from html import unescape
from pathlib import Path

import pytest
from markdown import Markdown

from content.engine.fence.listing import highlighted, merged
from snippets.engine.runs.cache import Cache
from tests.support.small import SmallCourse, markdown

CODE = '''"""Sells 2 tickets."""

class Desk(Base):
    async def __init__(self, sold: int = 0x1) -> None:
        self.sold = (sold or 1) if not {}.get(f"a < {sold!r:>2}\\n") else b"x" + r"y"  # & more


@property
def name() -> str: return __name__ is None
'''


@pytest.fixture
def md(tmp_path: Path) -> Markdown:
    return markdown(SmallCourse(tmp_path).root)


def highlight(md: Markdown, tmp_path: Path, lit: range = range(0)) -> str:
    return highlighted(md, CODE, lit, "", Cache(tmp_path / "kept"))


def text_in(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_the_text_stays_and_so_does_each_line_with_its_id(md: Markdown, tmp_path: Path) -> None:
    before = highlight(md, tmp_path, range(4, 8))
    after = merged(before)
    assert text_in(after) == text_in(before)
    for kept in (r'<span id="[^"]*">', r'<span class="hll">'):
        assert re.findall(kept, after) == re.findall(kept, before) != []


def test_neighbours_of_one_colour_are_one_element_and_operators_are_in_none() -> None:
    assert merged(
        '<span class="n">a</span> <span class="o">=</span> <span class="sa">f</span><span class="s2">"</span>'
        '<span class="si">{</span><span class="n">b</span><span class="si">}</span><span class="s2">"</span>'
        '<span class="p">)</span><span class="w"> </span><span class="k">if</span> <span class="kn">from</span>'
    ) == (
        '<span class="n">a</span> = <span class="n">f</span><span class="s">"{</span><span class="n">b</span>'
        '<span class="s">}"</span>) <span class="k">if from</span>'
    )


def test_what_is_on_two_lines_is_not_joined() -> None:
    two = '<span id="a"><span class="c">#</span>\n</span><span id="b"><span class="c">#</span>\n</span>'
    assert merged(two) == two


def test_a_kind_without_a_colour_of_its_own_keeps_its_name() -> None:
    assert merged('<span class="err">$</span>') == '<span class="err">$</span>'


def test_a_program_has_less_than_two_thirds_of_the_elements(md: Markdown, tmp_path: Path) -> None:
    before = highlight(md, tmp_path)
    assert merged(before).count("<span") < before.count("<span") * 2 / 3
