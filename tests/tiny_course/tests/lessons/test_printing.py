"""What the lesson `printing` of the tiny course says, one test a sentence."""

from tests.support.claims import Ran


def test_both_streams_in_the_order_in_which_they_were_printed(ran: Ran) -> None:
    assert ran("printing/sep_and_file.py").output == "one-two\nthree, four!\nfive\n"


def test_bytes_written_past_python_s_streams(ran: Ran) -> None:
    assert ran("printing/os_write.py").output == "before\nstraight to the descriptor\nafter\n"


def test_bytes_that_are_no_utf_8(ran: Ran) -> None:
    assert ran("printing/not_utf8.py").output.startswith("caf\N{REPLACEMENT CHARACTER} and na")
