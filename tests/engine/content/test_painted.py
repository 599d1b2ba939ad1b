"""Cells of a terminal become HTML: classes for what the theme colours, and colours of a program's own."""

import pytest

from content.engine.fence.ansi import to_html


@pytest.mark.parametrize(
    ("codes", "attributes"),
    [
        ("2", 'class="ansi2"'),
        ("9", 'class="ansi9"'),
        ("1;3;4;9", 'class="ansi1 ansi3 ansi4 ansi9"'),
        ("7", 'class="ansi7"'),
        ("33", 'class="ansi33"'),
        ("95", 'class="ansi95"'),
        ("38;5;1", 'class="ansi31"'),
        ("38;5;12", 'class="ansi94"'),
        ("38;5;196", 'class="ansi-ink" style="--ink:#d60000;--ink-dark:#ff5757"'),
        ("38;2;0;0;95", 'class="ansi-ink" style="--ink:#00005f;--ink-dark:#8888ff"'),
        ("1;44", 'class="ansi1 ansi-ground" style="--ground:#0000ee;--ink:#ffffff"'),
        ("97;48;5;17", 'class="ansi-ground" style="--ground:#00005f;--ink:#ffffff"'),
        ("105", 'class="ansi-ground" style="--ground:#ff00ff;--ink:#000000"'),
        ("7;31", 'class="ansi-ground" style="--ground:#cd0000;--ink:#ffffff"'),
    ],
)
def test_a_pen_becomes_classes_and_colours(codes: str, attributes: str) -> None:
    assert to_html(f"\x1b[{codes}m<word>\x1b[0m z") == f"<span {attributes}>&lt;word&gt;</span> z"


def test_cells_of_one_pen_are_one_element() -> None:
    assert to_html("\x1b[31mone\x1b[31m two\x1b[0m\n").count("<span") == 1
