"""A timeline is drawn from the lanes of a run, turns from what a program printed; both are told in words."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from content.engine.fence.figures import drawn
from content.engine.fence.lanes import ABSENT, THINNEST, UNITS, turns
from snippets.engine.process.run import Lane, Run, Span
from tests.support.site import parsed, text_of

FIRST = Lane("main thread", 0.0, 2.0, ((0.0, 0.5), (1.5, 2.0)), ())
SECOND = Lane("thread 2", 0.5, 1.75, ((0.5, 1.75),), ())


def figure(*lanes: Lane) -> Element:
    """The figure of a run with these lanes."""
    run = Run("", "ok", 2.0, 1.0, "3.13.0", "Linux", (), lanes)
    [drawing] = parsed(drawn("timeline", "l/p.py", run)).findall("body/*")
    return drawing


def words(drawing: Element) -> list[str]:
    """The words in a figure."""
    return [text_of(text) for text in drawing.findall(".//{*}text")]


def filled(drawing: Element) -> list[list[tuple[float, float]]]:
    """Where each lane is filled, in parts of the figure's width."""
    paths = [path.attrib["d"] for path in drawing.findall(".//{*}path")]
    stretches = [re.findall(r"M(\d+) 0h(\d+)v1H\1z", path) for path in paths]
    assert ["".join(f"M{at} 0h{wide}v1H{at}z" for at, wide in found) for found in stretches] == paths
    return [[(int(at) / UNITS, (int(at) + int(wide)) / UNITS) for at, wide in found] for found in stretches]


def test_a_lane_is_named_and_filled_where_its_thread_ran() -> None:
    drawing = figure(FIRST, SECOND)
    assert words(drawing)[:2] == ["main thread", "thread 2"]
    assert filled(drawing) == [[(0, 0.25), (0.75, 1)], [(0.25, 0.875)]]


def test_a_lane_is_thin_from_its_begin_to_its_end() -> None:
    lives = [rect.attrib for rect in figure(FIRST, SECOND).findall(".//{*}rect") if rect.attrib["class"] == "waits"]
    assert [(life["x"], life["width"]) for life in lives] == [("0%", "100%"), ("25%", "62.5%")]


def test_a_stretch_that_is_too_short_to_be_seen_is_drawn_so_that_it_is() -> None:
    [[(begin, end)]] = filled(figure(Lane("main thread", 0.0, 2.0, ((1.0, 1.0001),), ())))
    assert end - begin == pytest.approx(THINNEST / UNITS)


def test_a_lane_that_never_ran_is_not_filled() -> None:
    assert filled(figure(FIRST, Lane("thread 2", 0.5, 1.0, (), ()))) == [[(0, 0.25), (0.75, 1)]]


def test_a_lane_is_pale_where_its_thread_was_ready_and_no_processor_was_free() -> None:
    drawing = figure(Lane("main thread", 0.0, 2.0, ((0.0, 0.5), (1.0, 2.0)), ((0.5, 1.0),)))
    assert [path.attrib["class"] for path in drawing.findall(".//{*}path")] == ["ready", "runs"]
    assert filled(drawing)[0] == [(0.25, 0.5)]
    [svg, caption] = drawing
    assert svg.attrib["aria-label"].endswith(
        "main thread ran for 1.50 s between 0.00 s and 2.00 s, and was ready for 0.50 s more."
    )
    assert text_of(caption).endswith("Thin: waiting. Pale: ready, but no processor was free.")


@pytest.mark.parametrize(
    ("seconds", "marks"),
    [
        (0.05, "0 0.01 0.02 0.03 0.04 0.05"),
        (0.31, "0 0.1 0.2 0.3"),
        (0.6, "0 0.2 0.4 0.6"),
        (1.0, "0 0.2 0.4 0.6 0.8 1"),
        (2.4, "0 0.5 1 1.5 2"),
        (30.0, "0 10 20 30"),
    ],
)
def test_the_axis_has_round_seconds_from_nought_on(seconds: float, marks: str) -> None:
    drawing = figure(Lane("main thread", 0.0, seconds, ((0.0, seconds / 2),), ()))
    assert " ".join(words(drawing)[1:]) == f"{marks} s"
    places = [rect.attrib["x"] for rect in drawing.findall(".//{*}rect") if "x" in rect.attrib][1:]
    assert [float(place[:-1]) for place in places] == [
        pytest.approx(100 * float(mark) / seconds, rel=1e-3) for mark in marks.split()
    ]


def test_the_text_alternative_tells_each_lane_and_whether_they_overlap() -> None:
    [svg, caption] = figure(FIRST, SECOND)
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-label"] == (
        "Timeline of 2.00 s: main thread ran for 1.00 s between 0.00 s and 2.00 s; "
        "thread 2 ran for 1.25 s between 0.50 s and 1.75 s. Two or more ran at the same time for 0.25 s."
    )
    assert text_of(caption) == (
        "l/p.py, watched while it ran. Filled: on a processor. Thin: waiting. "
        "Two or more ran at the same time for 0.25 s."
    )


def test_a_thread_alone_is_not_compared_with_others() -> None:
    [svg, caption] = figure(FIRST)
    assert svg.attrib["aria-label"] == "Timeline of 2.00 s: main thread ran for 1.00 s between 0.00 s and 2.00 s."
    assert text_of(caption).endswith("Thin: waiting.")


def test_a_name_cannot_break_out_of_the_figure() -> None:
    [svg, _] = figure(Lane('<b>"&', 0.0, 1.0, ((0.0, 1.0),), ()))
    assert words(svg)[0] == '<b>"&'
    assert svg.attrib["aria-label"].startswith('Timeline of 1.00 s: <b>"& ran')


def test_where_the_system_does_not_tell_a_line_says_so() -> None:
    absent = figure()
    assert (absent.tag, absent.get("class"), absent.text) == ("p", "run-absent", ABSENT)


def test_hundreds_of_turns_weigh_little() -> None:
    turns: tuple[Span, ...] = tuple((0.01 * number, 0.01 * number + 0.005) for number in range(200))
    assert len(ElementTree.tostring(figure(Lane("main thread", 0.0, 2.0, turns, ())))) < 5000


PRINTED = """\
ann: 0.0-5.0 10.0-20.0 ms
some other line
ben 5.0-10.0 ms
middle turn: 5.0 ms
"""


def test_each_line_of_turns_is_a_lane_that_is_filled_from_each_begin_to_its_end() -> None:
    drawing = parsed(turns(PRINTED))
    assert words(drawing)[:2] == ["ann", "ben"]
    assert filled(drawing) == [[(0, 0.25), (0.5, 1)], [(0.25, 0.5)]]


def test_the_axis_is_in_seconds() -> None:
    assert words(parsed(turns(PRINTED)))[2:] == ["0", "0.005", "0.01", "0.015", "0.02 s"]


def test_the_text_alternative_tells_how_many_turns_each_has_and_how_long_they_are_in_all() -> None:
    [svg] = parsed(turns(PRINTED)).findall("body/*")
    assert svg.attrib["aria-label"] == (
        "Turns: ann has 2 turns between 0.000 s and 0.020 s, 0.015 s in all; "
        "ben has 1 turn between 0.005 s and 0.010 s, 0.005 s in all."
    )


@pytest.mark.parametrize("output", ["ann: 0.0-5.0 ms\n", "ann: 3 ms\nben: 5 ms\n", ""])
def test_less_than_two_lanes_are_no_figure(output: str) -> None:
    with pytest.raises(ValueError, match="two lines such as"):
        turns(output)


def test_turns_that_are_not_in_order_are_no_figure() -> None:
    with pytest.raises(ValueError, match="not in order"):
        turns("ann: 5.0-1.0 ms\nben: 1.0-2.0 ms\n")
