"""What the lesson `failing` of the tiny course says, one test a sentence."""

from tests.support.claims import Ran


def test_an_exception_ends_a_thread_and_not_the_program(ran: Ran) -> None:
    assert ran("failing/exception_in_thread.py").output.endswith(
        "ValueError: from the thread\nthe main thread goes on\n"
    )


def test_an_exception_ends_a_child_and_not_its_parent(ran: Ran) -> None:
    assert ran("failing/exception_in_child.py").output.endswith("ValueError: from the child\nthe child ended with 1\n")


def test_what_was_printed_before_an_exception_stays(ran: Ran) -> None:
    assert ran("failing/output_before_raise.py").output.startswith("one\ntwo\nTraceback (most recent call last):\n")
