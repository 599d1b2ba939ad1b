"""A traceback is told from other output, line by line, and the text of neither changes."""

import re

import pytest

from content.engine.fence.traces import with_traces

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
