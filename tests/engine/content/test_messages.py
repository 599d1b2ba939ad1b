"""Error messages are found in what programs printed, and nothing else is taken for one."""

from textwrap import dedent

import pytest

from content.engine.directives.messages import alike, messages


def found(output: str) -> list[str]:
    """The messages in an output."""
    return [str(message) for message in messages(dedent(output))]


def test_the_line_that_ends_a_traceback_is_a_message() -> None:
    assert found("""\
        begin
        Exception in thread payment:
        Traceback (most recent call last):
          File "pay.py", line 6, in <module>
            raise ValueError("a payment cannot be negative")
        ValueError: a payment cannot be negative
        Order: 3
        """) == ["ValueError: a payment cannot be negative"]


def test_in_a_traceback_a_name_alone_is_a_message_and_its_name_has_no_module() -> None:
    [message] = messages("Traceback (most recent call last):\n  File ...\n    get()\nqueue.Empty\n")
    assert (str(message), message.name) == ("queue.Empty", "Empty")


def test_a_line_that_another_thread_printed_into_a_traceback_does_not_end_it() -> None:
    text = "Traceback (most recent call last):\n  File ...\nthe tea is ready\n\n    get()\n_queue.Empty\n"
    assert [str(message) for message in messages(text)] == ["_queue.Empty"]


def test_a_syntax_error_has_no_traceback_and_is_a_message_too() -> None:
    assert found('  File "pay.py", line 8\n    f((,))\n       ^\nSyntaxError: invalid syntax') == [
        "SyntaxError: invalid syntax"
    ]


def test_a_message_that_a_program_caught_and_printed_counts() -> None:
    assert found("TypeError: cannot pickle it\nKeyError: 'words'\n") == [
        "TypeError: cannot pickle it",
        "KeyError: 'words'",
    ]


def test_a_message_that_begins_on_the_next_line_is_its_first_paragraph() -> None:
    assert found("RuntimeError: \n        An attempt has been\n        made.\n\n        This means\n") == [
        "RuntimeError: An attempt has been made."
    ]
    assert found("Traceback (most recent call last):\n  File ...\nRuntimeError:\n        made.\nnext\n") == [
        "RuntimeError: made."
    ]


def test_the_exceptions_of_a_group_are_messages() -> None:
    assert found("""\
          + Exception Group Traceback (most recent call last):
          |   File "pay.py", line 1, in <module>
          | ExceptionGroup: two payments failed (2 sub-exceptions)
          +-+---------------- 1 ----------------
            | Traceback (most recent call last):
            |   File "pay.py", line 3, in pay
            | ValueError: no money
        """) == ["ExceptionGroup: two payments failed (2 sub-exceptions)", "ValueError: no money"]


@pytest.mark.parametrize(
    "line",
    ["Error: 3", "lock: TypeError", "    raise ValueError('no')", "IndexError", "Warning: low", "see ValueError: x"],
)
def test_other_lines_are_no_messages(line: str) -> None:
    assert found(line) == []


def test_messages_that_differ_in_numbers_or_addresses_alone_are_alike() -> None:
    assert alike("TypeError: f() takes 1 argument, 0x7f1c given") == alike(
        "TypeError: f() takes 23 argument, 0xA0 given"
    )
    assert alike("ended after 2 s") == alike("ended after 1.5 s")
    assert alike("no 1") != alike("at 1")
