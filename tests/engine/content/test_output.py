"""An output says when its lines came, where Ctrl-C was pressed, and what is a traceback; it can be held back."""

import re

import pytest

from content.engine.fence.ansi import Frame
from content.engine.fence.header import Place
from content.engine.fence.output import (
    MARK,
    NOTICEABLE,
    frames_html,
    held,
    to_html,
    with_mark,
    with_moments,
    with_traces,
)
from tests.support.site import Tree, parsed, text_of, with_class

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


@pytest.mark.parametrize(
    ("html", "row", "marked"),
    [
        ("one\ntwo\n", 0, f"{MARK}one\ntwo\n"),
        ("one\ntwo\n", 1, f"one\n{MARK}two\n"),
        ("one\ntwo\n", 2, f"one\ntwo\n{MARK}"),
        ("", 0, MARK),
    ],
)
def test_the_mark_stands_above_a_row(html: str, row: int, marked: str) -> None:
    assert with_mark(html, row) == marked


def test_a_replayed_output_keeps_it() -> None:
    assert with_moments(with_mark("one\ntwo\n", 2), (0.1, 1.0)) == (
        f'<span data-at="0.1">one\n</span><span data-at="1">two\n</span>{MARK}'
    )


TRACEBACK = """\
  File "shop/sell.py", line 3, in &lt;module&gt;
    sell()
  File "shop/sell.py", line 2, in sell
    raise OSError("till")
    ^^^^^^^^^^^^^^^^^^^^^
OSError: till"""
HEAD = "Traceback (most recent call last):\n"


def traced(output: str) -> list[str]:
    """The lines that are told to be of a traceback."""
    told = with_traces(output, {})
    assert re.sub("<[^>]*>", "", told) == output
    return re.findall('<span class="trace(?: end)?">(.*)</span>', told)


@pytest.mark.parametrize("above", ["", "Exception in thread till:\n", "Process seller:\n"])
def test_a_traceback_is_told_from_what_stands_around_it(above: str) -> None:
    trace = above + HEAD + TRACEBACK
    assert traced(f"open\n  indented\n{trace}\nclosed\n  indented\n") == trace.splitlines()


@pytest.mark.parametrize(
    "output", ["", "sold\n", "Process 3: done\n", "Process seller:\n  sold\n", "OSError: caught, all is well\n"]
)
def test_what_is_no_traceback_is_left_alone(output: str) -> None:
    assert with_traces(output, {}) == output


def test_the_stacks_of_all_threads_and_an_error_of_syntax_are_tracebacks() -> None:
    stacks = 'Current thread 0x00007f (most recent call first):\n  File "shop/sell.py", line 2 in sell'
    assert traced(f"sold\n{stacks}\nsold\n") == stacks.splitlines()
    syntax = "  File \"shop/sell.py\", line 2\n    sell(\n        ^\nSyntaxError: '(' was never closed"
    assert traced(syntax) == syntax.splitlines()


def test_its_last_line_is_told_from_the_others() -> None:
    assert '<span class="trace end">OSError: till</span>' in with_traces(HEAD + TRACEBACK, {})


def test_the_lines_of_a_group_of_exceptions_belong_to_it() -> None:
    group = f'  + Exception Group {HEAD}  |   File "shop/sell.py", line 2, in sell\n  | ExceptionGroup: two (2)'
    assert traced(group) == group.splitlines()


def test_a_line_that_is_shown_is_a_link_and_another_is_not() -> None:
    told = with_traces(HEAD + TRACEBACK, {("shop/sell.py", 2): "here", ("shop/other.py", 3): "there"})
    assert re.findall("<a .*?</a>", told) == ['<a href="#here">line 2</a>']


def block(kind: str) -> Tree:
    """The element that holds a result back."""
    [found] = with_class(parsed("".join(held(["<p>result</p>"], "locks/windows.py", Place(kind=kind)))), "held")
    return found


def test_what_is_held_back_says_which_program_printed_it() -> None:
    for kind in ("lesson", "deck"):
        assert (block(kind).get("data-snippet"), text_of(block(kind))) == ("locks/windows.py", "result")


def test_in_a_deck_it_comes_with_a_key() -> None:
    assert "fragment" in block("deck").get("class", "").split()
    assert "fragment" not in block("lesson").get("class", "").split()


def test_on_a_page_a_closed_button_stands_above_it() -> None:
    page = parsed("".join(held(["<p>result</p>"], "locks/windows.py", Place())))
    [button] = page.iter("button")
    assert (text_of(button), button.get("aria-expanded")) == ("Show what it printed", "false")
    body = page.find("body")
    assert body is not None
    assert [one.tag for one in body] == ["button", "div"]
