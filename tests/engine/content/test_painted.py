"""Cells of a terminal become HTML, in colours that can be read whatever colour a program prints in."""

import re

import pytest
from pyte.graphics import FG_BG_256

from content.engine.fence.output import to_html
from content.engine.fence.painted import DARK, ENOUGH, LIGHT, contrast, on_ground, on_light_and_dark
from tests.support.site import ROOT


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


LOOK = (ROOT / "content" / "assets" / "look.css").read_text(encoding="utf-8")


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("ffffff", "ffffff") == 1


def test_every_colour_of_a_terminal_can_be_read_on_light_and_on_dark_pages() -> None:
    for colour in FG_BG_256:
        light, dark = on_light_and_dark(colour)
        assert contrast(light, LIGHT) >= ENOUGH
        assert contrast(dark, DARK) >= ENOUGH


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert on_light_and_dark("00005f")[0] == "00005f"
    assert on_light_and_dark("ffff87")[1] == "ffff87"


def test_text_on_a_ground_of_its_own_can_be_read_and_keeps_its_colour_if_that_can() -> None:
    assert on_ground("ffffff", "00005f") == "ffffff"
    for ground in FG_BG_256:
        assert contrast(on_ground("808080", ground), ground) >= 4.5
        assert contrast(on_ground(None, ground), ground) >= 4.5


def test_the_grounds_are_those_of_the_styles_that_leave_least_room() -> None:
    for name in ("rust-pale", "alarm-pale"):
        light, dark = re.findall(rf"--course-{name}: #(\w+);", LOOK)
        assert contrast("000000", light) >= contrast("000000", LIGHT)
        assert contrast("ffffff", dark) >= contrast("ffffff", DARK)


@pytest.mark.parametrize("name", ["ansi2", "ansi7", "ansi9", "ansi-ink", "ansi-ground"])
def test_what_the_eight_colours_do_not_cover_has_a_style_on_page_and_slide(name: str) -> None:
    assert re.search(rf"\.{name}\b", LOOK)
