"""What is kept and shown of an output."""

import tracemalloc

import pytest

from snippets.tape import KEPT, Tape, with_short_paths


def taped(*pieces: bytes, kept: int = KEPT) -> str:
    """The text of what was written piece by piece."""
    tape = Tape(kept)
    for piece in pieces:
        tape.write(piece)
    return tape.text()


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


def test_a_tape_holds_no_more_memory_than_it_keeps_whatever_is_written_on_it() -> None:
    chunk = b"x" * 65_535 + b"\n"
    tracemalloc.start()
    tape = Tape()
    for _ in range(800):
        tape.write(bytes(bytearray(chunk)))
    tape.text()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * KEPT < 800 * len(chunk) / 50


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


def test_the_longest_path_is_replaced_first_whatever_their_order() -> None:
    names = [("/a", "A"), ("/a/b/c", "C"), ("/a/b", "B")]
    assert with_short_paths("/a/b/c /a/b /a", names) == "C B A"
