"""Programs that fill the screen draw on a second one, and leave the first as they found it."""

import pytest

from content.engine.fence.ansi import Frame
from content.engine.fence.output import shown, to_text
from content.engine.fence.second import SECOND
from content.engine.fence.terminal import ROWS
from snippets.engine.process.run import Run


@pytest.mark.parametrize("mode", sorted(SECOND))
def test_nothing_of_it_is_left_when_the_first_is_seen_again(mode: int) -> None:
    assert to_text(f"one\n\x1b[?{mode}h\x1b[2J\x1b[Hfull\nscreen\x1b[2H\x1b[1G\x1b[?{mode}ltwo\n") == "one\ntwo\n"


def test_the_mode_of_xterm_gives_the_cursor_back_and_the_older_ones_leave_it_where_it_is() -> None:
    output = "one\x1b[?{0}h\x1b[4;6H\x1b[31m\x1b[?{0}ltwo\x1b[0m\n"
    assert to_text(output.format(1049)) == "onetwo\n"
    assert to_text(output.format(1047)) == to_text(output.format(47)) == "one\n\n\n     two\n"


def test_what_left_the_second_at_its_top_is_gone_and_what_left_the_first_is_kept() -> None:
    lines = "".join(f"{number}\n" for number in range(60))
    assert to_text(f"{lines}\x1b[?1049h{lines}\x1b[?1049lend\n") == f"{lines}end\n"


def test_a_program_that_ends_there_shows_it() -> None:
    assert to_text("one\n\x1b[?1049h\x1b[Hfull") == "full"


def test_of_a_program_that_ends_there_no_more_is_shown_than_the_screen_holds() -> None:
    lines = [f"{number}\n" for number in range(60)]
    assert to_text("\x1b[?1049h" + "".join(lines)) == "".join(lines[60 - ROWS + 1 :])


def test_to_ask_twice_for_it_is_to_ask_once() -> None:
    assert to_text("one\n\x1b[?1049ha\x1b[?1049hb\x1b[?1049l\x1b[?1049ltwo\n") == "one\ntwo\n"


def test_a_terminal_that_begins_anew_shows_the_first() -> None:
    assert to_text("one\n\x1b[?1049hfull\x1bctwo\n") == "two\n"


def test_a_mode_that_is_not_private_has_nothing_to_do_with_it() -> None:
    assert to_text("one\n\x1b[47htwo\n") == "one\ntwo\n"


def test_a_replay_shows_it_meanwhile() -> None:
    output = "one\n\x1b[?1049h\x1b[Hfull\x1b[?1049ltwo\n"
    run = Run(output, "ok", 9.0, 0.1, "3.13.0", "Linux", (0.1, 3.0), moves=(0.1, 1.0, 1.0, 2.0))
    assert shown(run).frames == (
        Frame(0.1, 0, ("one", "")),
        Frame(1.0, 0, ("full",)),
        Frame(2.0, 0, ("one", "two")),
        Frame(3.0, 2, ("",)),
    )
    assert shown(run).html == "one\ntwo\n"
