"""What is kept and shown of an output."""

import tracemalloc

import pytest

from snippets.engine.process.run import KEPT, Tape, line_count, with_short_paths


def recorded(*pieces: bytes, kept: int = KEPT) -> Tape:
    """A tape on which was written piece by piece, the first at the moment 0.0, the next at 1.0 and so on."""
    tape = Tape(kept)
    for moment, piece in enumerate(pieces):
        tape.write(piece, float(moment))
    return tape


def taped(*pieces: bytes, kept: int = KEPT) -> str:
    """The text of what was written piece by piece."""
    return recorded(*pieces, kept=kept).text()


def times(*pieces: bytes, kept: int = KEPT) -> list[float]:
    """The times of the lines of what was written piece by piece."""
    return recorded(*pieces, kept=kept).times()


def test_a_tape_on_which_nothing_was_written_is_empty() -> None:
    assert taped() == ""


def test_a_short_output_is_kept_as_it_is() -> None:
    assert taped(b"one\n", b"tw", b"o\n\n", b"three") == "one\ntwo\n\nthree"


def test_a_character_may_come_in_two_pieces() -> None:
    assert taped(b"caf\xc3", b"\xa9") == "café"


def test_bytes_that_are_no_utf_8_become_replacement_characters() -> None:
    assert taped(b"caf\xe9 \xff\n") == "caf\N{REPLACEMENT CHARACTER} \N{REPLACEMENT CHARACTER}\n"


def test_an_output_that_just_fits_is_whole_and_one_byte_more_is_cut() -> None:
    lines = b"line one\nline two\n"
    assert taped(lines, kept=len(lines)) == lines.decode()
    assert "left out" in taped(lines + b"\n", kept=len(lines))


def test_an_output_is_whole_or_cut_however_many_pieces_it_came_in() -> None:
    whole = b"".join(b"%03d\n" % number for number in range(100))
    for kept in (len(whole), len(whole) - 2, 40):
        in_bytes = [whole[at : at + 1] for at in range(len(whole))]
        in_sevens = [whole[at : at + 7] for at in range(0, len(whole), 7)]
        assert taped(*in_bytes, kept=kept) == taped(*in_sevens, kept=kept) == taped(whole, kept=kept)


def test_the_middle_of_a_long_output_is_left_out_by_whole_lines_and_a_line_says_how_much() -> None:
    lines = [f"line {number:03d}\n" for number in range(100)]
    shown = taped("".join(lines).encode(), kept=60).splitlines(keepends=True)
    assert shown == [*lines[:3], "[… 846 bytes left out …]\n", *lines[-3:]]
    assert sum(map(len, lines)) - 6 * len(lines[0]) == 846


def test_thousands_of_bytes_are_told_with_commas() -> None:
    assert "[… 999,980 bytes left out …]\n" in taped(b"123456789\n" * 100_000, kept=20)


def test_a_line_that_is_longer_than_all_that_is_kept_is_cut_and_the_note_has_a_line_of_its_own() -> None:
    assert taped(b"a" * 50 + b"b" * 50, kept=20) == "aaaaaaaaaa\n[… 80 bytes left out …]\nbbbbbbbbbb"


def test_a_line_has_the_moment_at_which_it_was_whole() -> None:
    assert times(b"one\ntw", b"o", b"\n\nfour\n") == [0.0, 2.0, 2.0, 2.0]


def test_a_line_that_never_was_whole_has_the_moment_at_which_it_was_last_seen() -> None:
    assert times(b"one\ntw", b"o", b"") == [0.0, 1.0]


def test_a_line_that_is_drawn_over_has_the_moment_at_which_it_was_whole() -> None:
    assert times(b"1 %\r", b"2 %\r", b"3 %\n", b"4 %\r", b"5 %\r") == [2.0, 4.0]


@pytest.mark.parametrize("ending", [b"", b"\n", b"\n\n", b"\r", b"\xe2\x80", b"\x0b\x0c\x1c\xc2\x85\xe2\x80\xa8"])
@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize("kept", [20, 60, 3000, KEPT])
def test_there_are_as_many_times_as_lines_and_none_is_before_the_one_above(ending: bytes, size: int, kept: int) -> None:
    printed = b"caf\xe9 \xc3\n\r\n\xe2\x80\n\nlong" * 90 + ending
    tape = recorded(*(printed[at : at + size] for at in range(0, len(printed), size)), kept=kept)
    assert len(tape.times()) == line_count(tape.text()) == len(tape.text().removesuffix("\n").split("\n"))
    assert tape.times() == sorted(tape.times())


def test_nothing_has_no_lines_and_no_times() -> None:
    assert times() == times(b"") == []
    assert line_count("") == 0


def test_where_lines_were_left_out_those_that_are_shown_keep_their_times() -> None:
    lines = [b"line %03d\n" % number for number in range(100)]
    assert times(*lines, kept=60) == [0.0, 1.0, 2.0, 97.0, 97.0, 98.0, 99.0]
    assert times(b"".join(lines), kept=60) == [0.0] * 7


def test_the_two_halves_of_a_cut_line_have_a_time_each_and_the_note_between_them_too() -> None:
    assert times(b"a" * 5, b"b" * 5, b"c" * 50, b"d" * 5, b"e" * 5, kept=20) == [1.0, 3.0, 4.0]


@pytest.mark.parametrize("line", [b"x" * 65_535 + b"\n", b"\n"])
def test_a_tape_holds_no_more_memory_than_it_keeps_whatever_is_written_on_it(line: bytes) -> None:
    chunk = line * (65_536 // len(line))
    tracemalloc.start()
    tape = Tape()
    for number in range(800):
        tape.write(bytes(bytearray(chunk)), number / 1000)
    tape.text()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * KEPT < 800 * len(chunk) / 50
    assert len(tape.times()) <= KEPT + 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('File "/home/ann/l/p.py", line 1', 'File "l/p.py", line 1'),
        ("/home/ann/l and /home/ann", "l and ~"),
        ("It is in /home/ann/l.", "It is in l."),
        ("HOME=/home/ann", "HOME=~"),
        ("file:///home/ann/x", "file://~/x"),
    ],
)
def test_the_folders_of_this_machine_get_short_names(text: str, shown: str) -> None:
    assert with_short_paths(text, [("/home/ann", "~"), ("/home/ann/l", "l")]) == shown


@pytest.mark.parametrize(
    "text", ["/home/anna", "/home/ann-2/x", "/home/ann.old", "/srv/home/ann", "./home/ann", "../home/ann", "~/home/ann"]
)
def test_a_path_that_only_holds_the_name_of_a_folder_stays(text: str) -> None:
    assert with_short_paths(text, [("/home/ann", "~")]) == text


def test_a_folder_with_a_newline_in_its_name_keeps_it_so_that_no_line_is_lost() -> None:
    assert with_short_paths("/home/ann\nlee/l", [("/home/ann\nlee", "~")]) == "/home/ann\nlee/l"


def test_the_longest_path_is_replaced_first_whatever_their_order() -> None:
    names = [("/a", "A"), ("/a/b/c", "C"), ("/a/b", "B")]
    assert with_short_paths("/a/b/c /a/b /a", names) == "C B A"


def test_a_long_line_is_cut_between_characters() -> None:
    for shift in range(4):
        tape = Tape(kept=64)
        tape.write(b"x" * shift + "日😀é".encode() * 100, 1.0)
        text = tape.text()
        assert "\N{REPLACEMENT CHARACTER}" not in text
        above, gap, below = text.split("\n")
        left_out = int(gap.split()[1].replace(",", ""))
        assert len(above.encode()) + len(below.encode()) + left_out == shift + 900


def test_each_control_character_and_each_beginning_of_a_line_has_its_moment() -> None:
    tape = Tape()
    tape.write(b"one\n0 %", 0.1)
    tape.write(b"\r50 ", 0.2)
    tape.write(b"%\x1b[K", 0.3)
    tape.write("\n日\n\n\tx".encode(), 0.4)
    assert tape.moves() == [0.1, 0.1, 0.2, 0.3, 0.4, 0.4]
    assert tape.times() == [0.1, 0.4, 0.4, 0.4, 0.4]


def test_an_output_in_which_nothing_is_drawn_over_needs_no_more_than_its_lines() -> None:
    tape = Tape()
    tape.write(b"one\n\ttwo", 0.1)
    assert tape.moves() == []
