"""Bars are drawn from what a program measured, or refused."""

from xml.etree import ElementTree

import pytest

from content.engine.fence.bars import bars


def shares(html: str) -> list[str]:
    """How long each bar is, of the longest."""
    return [bar.attrib["style"] for bar in ElementTree.fromstring(html).iter("b")]


def test_bars_are_as_long_as_their_numbers_and_the_longest_fills_the_figure() -> None:
    drawn = bars("two threads: 1.0 cores\nsome other line\ntwo processes: 2.0 cores\n")
    assert shares(drawn) == ["--share: 0.5", "--share: 1"]
    figure = ElementTree.fromstring(drawn)
    assert figure.attrib["role"] == "img"
    assert figure.attrib["aria-label"] == "Bar chart of cores: two threads 1.0 cores, two processes 2.0 cores"
    assert [one.text for one in figure] == ["two threads", "1.0", "two processes", "2.0"]


def test_bars_of_nothing_have_no_length() -> None:
    assert shares(bars("tea 0\nmilk 0\n")) == ["--share: 0", "--share: 0"]


def test_what_labels_say_is_text() -> None:
    assert "<i>" not in bars('<i>"tea" & 1 s\n<i>milk 2 s\n')


def test_one_bar_compares_nothing_and_is_refused() -> None:
    with pytest.raises(ValueError, match="It needs two lines of a label and a number"):
        bars("tea 1\n")
