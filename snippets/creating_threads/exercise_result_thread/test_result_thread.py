"""The check of `result_thread`: plain `pytest` in this folder runs it."""

import threading
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from result_thread import ResultThread


@pytest.fixture
def go() -> Iterator[threading.Event]:
    """Something that a target can wait for. It comes by itself after a while, so that nothing waits forever."""
    event = threading.Event()
    at_the_latest = threading.Timer(3, event.set)
    at_the_latest.start()
    yield event
    at_the_latest.cancel()
    event.set()


def outcome(call: Callable[[], Any]) -> str:
    """What `call` does, in words."""
    try:
        return f"returned {call()!r}"
    except Exception as error:
        return f"raised {error!r}"


def read_file() -> None:
    raise ValueError("no such file")


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(f"{ResultThread.__name__}: {told}", pytrace=False)


def ended(target: Callable[..., Any], *args: Any) -> ResultThread:
    """A thread that has run `target` and ended."""
    thread = ResultThread(target, *args)
    thread.start()
    threading.Thread.join(thread)
    return thread


def test_the_target_runs_in_the_thread() -> None:
    ran_in: list[threading.Thread] = []
    thread = ended(lambda: ran_in.append(threading.current_thread()))
    expect(ran_in != [], "the thread has ended, and the target did not run")
    expect(ran_in == [thread], f"the target ran in {ran_in}, not once in {thread}")


def test_join_returns_the_result() -> None:
    did = outcome(ended(max, 40, 42).join)
    expect(did == "returned 42", f"join() {did}; the target max(40, 42) returned 42")


def test_join_returns_the_result_again() -> None:
    thread = ended(max, 40, 42)
    outcome(thread.join)
    did = outcome(thread.join)
    expect(did == "returned 42", f"the second join() {did}, not 42")


def test_join_returns_none_only_if_the_target_did() -> None:
    did = outcome(ended(print).join)
    expect(did == "returned None", f"join() {did}; the target print() returned None")


def test_join_raises_the_exception(monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[object] = []
    monkeypatch.setattr(threading, "excepthook", printed.append)
    thread = ended(read_file)
    did = outcome(thread.join)
    asked = "it should have raised the ValueError of its target"
    expect(did == "raised ValueError('no such file')", f"join() {did}; {asked}")
    did = outcome(thread.join)
    expect(did == "raised ValueError('no such file')", f"the second join() {did}; {asked}")
    expect(not printed, "the thread printed the exception; join() raises it, and that is enough")


def test_the_traceback_shows_where_the_target_failed() -> None:
    with pytest.raises(ValueError, match="no such file") as caught:
        ended(read_file).join()
    functions = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    expect("read_file" in functions, f"the traceback goes through {functions}, and not to read_file, where it failed")


def test_join_with_a_time_out(go: threading.Event) -> None:
    thread = ResultThread(go.wait)
    thread.start()
    did = outcome(lambda: thread.join(timeout=0.01))
    told = f"join(timeout=0.01) {did}; with the target still running it should have raised TimeoutError"
    expect(did.startswith("raised TimeoutError"), told)
    go.set()
    threading.Thread.join(thread)
    did = outcome(thread.join)
    expect(did == "returned True", f"after a time-out, the next join() {did}; the target returned True")
