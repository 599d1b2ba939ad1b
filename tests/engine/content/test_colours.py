"""Whatever colour a program prints in, its text can be read."""

import re

import pytest
from pyte.graphics import FG_BG_256

from content.engine.fence.colours import DARK, ENOUGH, LIGHT, contrast, on_ground, on_light_and_dark
from tests.support.site import ROOT

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
