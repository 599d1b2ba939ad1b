"""An output becomes HTML that shows what a terminal would have shown, and does nothing."""

import pytest

from content.engine.fence.ansi import FRAMES, Frame
from content.engine.fence.output import shown, to_html, to_text
from snippets.engine.process.run import Run
from tests.support.site import Tree, parsed, text_of, with_class


def page(output: str) -> Tree:
    """An output as a browser reads it."""
    return parsed(f"<!doctype html><samp>{to_html(output)}</samp>")


def text(output: str) -> str:
    """What a browser shows of an output."""
    return text_of(page(output))


def test_plain_text_stays_as_it_is() -> None:
    assert to_html("one\n\n\ttwo  three\n") == "one\n\n\ttwo  three\n"


def test_an_output_without_control_characters_is_its_own_text() -> None:
    for output in ("", "one  \n\n\ttwo\n \n", "caf\N{REPLACEMENT CHARACTER} 日本\n"):
        assert to_text(output) == to_html(output) == output


def test_nothing_stays_nothing() -> None:
    assert to_html("") == ""


def test_an_output_keeps_its_last_line_with_or_without_a_newline() -> None:
    assert text("\x1b[31ma\x1b[0m\n") == "a\n"
    assert text("\x1b[31ma\x1b[0m") == "a"


@pytest.mark.parametrize(
    "output",
    ["\x1b[31mone\ntwo\n\n", "\x1b[31mone", "one\r\ntwo\x0b\n", "\x1b]8;;one\n\x1b\\", "\x1b\n[31m", "<b>\n\x85"],
)
def test_no_element_goes_over_the_end_of_a_line(output: str) -> None:
    lines = to_html(output).split("\n")
    assert [line for line in lines if line.count("<span") != line.count("</span>")] == []


HTML = "<b>&amp;</b> <script>alert(1)</script> \"'` --8<-- 'x' ```\n"


def test_html_is_shown_and_does_nothing() -> None:
    assert to_html(HTML) == HTML.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert text(HTML) == HTML


def test_html_between_colours_does_nothing_either() -> None:
    coloured = page(f"\x1b[32m{HTML}\x1b[0m")
    assert {element.tag for element in coloured.iter()} == {"html", "head", "body", "samp", "span"}
    assert text_of(coloured) == HTML


@pytest.mark.parametrize(
    ("code", "css"), [("1", "ansi1"), ("3", "ansi3"), ("4", "ansi4"), ("31", "ansi31"), ("92", "ansi92")]
)
def test_colours_and_weights_become_classes_of_the_theme(code: str, css: str) -> None:
    coloured = page(f"a \x1b[{code}mword\x1b[0m z")
    assert [text_of(span) for span in with_class(coloured, css)] == ["word"]
    assert text_of(coloured) == "a word z"


def test_a_colour_that_is_never_ended_ends_with_the_output() -> None:
    html = to_html("\x1b[31mred\nstill red\n")
    assert html.count("<span") == html.count("</span>") > 0
    assert [text_of(span) for span in with_class(page("\x1b[31mred\nstill red\n"), "ansi31")] == ["red", "still red"]


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[?25l",  # hide the cursor
        "\x1b[38:2::1:2:3m",  # a colour in the notation with colons
        "\x1b]0;title\x07",
        "\x1b]8;;https://example.org\x1b\\",  # a link
        "\x1b=",
        "\x1b(B",
        "\x1b[!p",
        "\x1bP1$r0m\x1b\\",
        "\x1b[1;2;3A",
        "\x1b[?5A",
        "\x1b[9K",
        "\x1b[0;9999999999z",
    ],
)
def test_sequences_that_show_nothing_are_no_text(sequence: str) -> None:
    assert text(f"a{sequence}z\n") == to_text(f"a{sequence}z\n") == "az\n"


def test_a_link_of_the_terminal_becomes_no_link() -> None:
    assert to_html("https://example.org\n\x1b[1mhttps://example.org\x1b[0m\n").count("href") == 0


def test_an_escape_that_begins_nothing_becomes_its_picture() -> None:
    assert to_html("a\x1b") == "a␛"
    assert text("\x1b[31ma\x1b[0m\x1b") == "a␛"


@pytest.mark.parametrize(("control", "picture"), [("\0", "␀"), ("\a", "␇"), ("\x1a", "␚"), ("\x7f", "␡")])
def test_other_control_characters_become_their_pictures(control: str, picture: str) -> None:
    assert to_html(f"a{control}z") == f"a{picture}z"


def test_the_marks_that_python_markdown_puts_its_own_work_back_by_are_taken_from_an_output() -> None:
    assert to_html("\x02wzxhzdk:0\x03") == "␂wzxhzdk:0␃"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("10 %\r50 %\rdone\n", "done\n"),
        ("100 %\r20 %\n", "20 %%\n"),
        ("one\r\ntwo\r\n", "one\ntwo\n"),
        ("one\r", "one"),
        ("one\n\rtwo", "one\ntwo"),
    ],
)
def test_after_a_carriage_return_the_line_is_written_over(printed: str, shown: str) -> None:
    assert to_html(printed) == shown


def test_a_line_is_written_over_character_by_character_whatever_their_colours() -> None:
    drawn = page("\x1b[31m10 % of it\x1b[0m\r\x1b[1;32mdone\x1b[m\n")
    assert text_of(drawn) == "done of it\n"
    assert [text_of(span) for span in with_class(drawn, "ansi32")] == ["done"]
    assert [text_of(span) for span in with_class(drawn, "ansi31")] == [" of it"]


def run(output: str, times: tuple[float, ...], moves: tuple[float, ...] = (), interrupted: float = 0.0) -> Run:
    """A run that printed this."""
    return Run(output, "ok", 9.0, 0.1, "3.13.0", "Linux", times, moves=moves, interrupted=interrupted)


BAR = run("begin\n0 %\r50 %\r99 %\n", (0.1, 2.0), (0.1, 0.2, 1.0, 1.5))


def test_what_was_drawn_over_is_told_state_by_state_and_the_last_is_what_stays() -> None:
    assert shown(BAR).html == "begin\n99 %\n"
    assert shown(BAR).frames == (
        Frame(0.1, 0, ("begin", "")),
        Frame(0.2, 1, ("0 %",)),
        Frame(1.0, 1, ("50 %",)),
        Frame(1.5, 1, ("99 %",)),
        Frame(2.0, 2, ("",)),
    )


def test_where_colours_alone_are_drawn_each_line_stays_as_it_came() -> None:
    assert shown(run("\x1b[31mone\ntwo\x1b[0m\n", (0.1, 2.0), (0.1, 2.0, 2.0))).frames == ()


def test_of_many_states_as_many_are_kept_as_one_can_tell_apart() -> None:
    bar = "".join(f"\r{percent} %" for percent in range(1000)) + "\n"
    frames = shown(run(bar, (10.0,), tuple(number / 100 for number in range(1000)))).frames
    assert len(frames) <= FRAMES
    assert frames[-1] == Frame(10.0, 1, ("",))
    assert frames[-2].rows == ("999 %",)


@pytest.mark.parametrize(("moment", "row"), [(0.05, 0), (0.15, 1), (1.2, 2), (3.0, 2)])
def test_ctrl_c_is_pressed_below_the_row_that_the_cursor_has_begun(moment: float, row: int) -> None:
    assert shown(run(BAR.output, BAR.times, BAR.moves, moment)).pressed == row


@pytest.mark.parametrize(("moment", "row"), [(0.05, 0), (0.5, 1), (1.5, 2)])
def test_in_plain_text_it_is_pressed_where_the_next_line_came(moment: float, row: int) -> None:
    assert shown(run("one\ntwo\n", (0.1, 1.0), interrupted=moment)).pressed == row
    assert shown(run("one\ntwo", (0.1, 1.0), interrupted=moment)).pressed == min(row, 1)
