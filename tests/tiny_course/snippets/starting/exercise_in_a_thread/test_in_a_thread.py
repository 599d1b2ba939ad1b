"""The check of `in_a_thread`: plain `pytest` in this folder runs it."""

import threading

import pytest
from in_a_thread import in_a_thread


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(f"in_a_thread {told}", pytrace=False)


def test_it_returns_what_the_function_returned() -> None:
    returned = in_a_thread(lambda: 42)
    expect(returned == 42, f"returned {returned!r}, where the function returned 42")


def test_another_thread_calls_the_function() -> None:
    expect(in_a_thread(threading.get_ident) != threading.get_ident(), "called the function in the caller's thread")
