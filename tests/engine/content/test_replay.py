"""An output that takes its time says in its HTML when its lines came."""

import pytest

from content.engine.fence.ansi import Frame, to_html
from content.engine.fence.replay import NOTICEABLE, frames_html, with_moments
from tests.support.site import parsed, text_of

SLOW = (0.1, 0.5, 1.25, 12.0)


def moments(html: str) -> list[tuple[str, str]]:
    """What is said to have come when."""
    return [(span.get("data-at", ""), text_of(span)) for span in parsed(html).iter("span") if span.get("data-at")]


def test_each_line_is_wrapped_with_the_seconds_at_which_it_came_in_few_characters() -> None:
    assert with_moments("one\ntwo\nthree\nfour\n", SLOW) == (
        '<span data-at="0.1">one\n</span><span data-at="0.5">two\n</span>'
        '<span data-at="1.25">three\n</span><span data-at="12">four\n</span>'
    )


def test_lines_that_came_at_the_same_moment_are_wrapped_together() -> None:
    assert moments(with_moments("one\n\ntwo\nthree\n", (0.0, 0.0, 1.5, 1.5))) == [
        ("0", "one\n\n"),
        ("1.5", "two\nthree\n"),
    ]


@pytest.mark.parametrize("last", ["four\n", "four", "\n", "\x1b[31mfour\x1b[0m\n", "\x1b[0m", "<b>\n"])
def test_the_text_stays_the_same_whatever_the_last_line_is(last: str) -> None:
    html = to_html(f"\x1b[31mone\n\ttwo\x1b[0m\n\n{last}")
    wrapped = with_moments(html, SLOW)
    assert text_of(parsed(wrapped)) == text_of(parsed(html))
    assert [moment for moment, _ in moments(wrapped)] == ["0.1", "0.5", "1.25", "12"]


@pytest.mark.parametrize("times", [(), (5.0,), (0.4, 0.4), (0.4, 0.4 + NOTICEABLE - 0.001)])
def test_an_output_whose_lines_came_too_fast_to_be_told_apart_stays_as_it_is(times: tuple[float, ...]) -> None:
    html = "line\n" * len(times)
    assert with_moments(html, times) == html


def test_what_is_just_noticeable_is_noticed() -> None:
    assert len(moments(with_moments("one\ntwo\n", (0.4, 0.4 + NOTICEABLE)))) == 2
    assert len(moments(with_moments("one\ntwo\n", (0.1, 0.1 + NOTICEABLE)))) == 2


def test_states_of_a_terminal_stand_in_a_template_each_from_the_row_that_differs() -> None:
    frames = (Frame(0.1, 0, ("begin", "0 %")), Frame(1.5, 1, ("<b>99 %</b>", "")))
    assert frames_html(frames) == (
        '<template class="run-frames"><div data-at="0.1" data-first="0">begin\n0 %</div>'
        '<div data-at="1.5" data-first="1"><b>99 %</b>\n</div></template>'
    )


def test_states_that_came_too_fast_to_be_told_apart_are_left_out() -> None:
    assert (
        frames_html((Frame(0.1, 0, ("0 %",)), Frame(0.1 + NOTICEABLE - 0.001, 0, ("99 %",)))) == frames_html(()) == ""
    )
