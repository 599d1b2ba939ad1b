"""The check of `unblock`: plain `pytest` in this folder runs it.

It leaves nothing to luck: no page is done before the loop has had a turn and a second page has begun, and the last page
is done before the others.
"""

import asyncio
import linecache
import re
import threading
import traceback
from collections.abc import Awaitable
from pathlib import Path

import pytest
import unblock

PAGES = ["page 1", "page 2", "page 3"]
CALL = f"recognise_all({PAGES})"
PATIENCE = 2.0  # seconds


class Watch:
    """Stands in for `recognise`, and notes what is wrong."""

    def __init__(self) -> None:
        self.loop_thread = threading.get_ident()
        self.mistakes: list[str] = []
        self.begun: list[str] = []
        self.loop_had_a_turn = threading.Event()
        self.two_have_begun = threading.Event()
        self.last_is_done = threading.Event()

    def beat(self, loop: asyncio.AbstractEventLoop) -> None:
        """Note that the loop has a turn, again and again."""
        if self.begun:
            self.loop_had_a_turn.set()
        if len(self.begun) > 1:
            self.two_have_begun.set()
        loop.call_later(0.01, self.beat, loop)

    def recognise(self, page: str) -> str:
        """The text of a page, once all that is asked for has happened."""
        self.begun.append(page)
        if threading.get_ident() == self.loop_thread:
            self.mistakes.append("calls recognise() in the thread of the loop, which stands still meanwhile")
        elif not self.loop_had_a_turn.wait(PATIENCE):
            self.mistakes.append("stops the loop while recognise() is at work in other threads")
        elif not self.two_have_begun.wait(PATIENCE):
            self.mistakes.append("recognises one page after the other: recognise() is never at work for two at once")
        elif page != PAGES[-1]:
            self.last_is_done.wait(PATIENCE)
        else:
            threading.Timer(0.2, self.last_is_done.set).start()
        return f"text of {page}"

    async def run(self) -> object:
        """What the answer returns."""
        self.beat(asyncio.get_running_loop())
        returned: object = await unblock.recognise_all(PAGES)
        if isinstance(returned, Awaitable):
            self.mistakes.append(f"returned a {type(returned).__name__}, not a list: nobody awaits it")
            await returned
        return returned


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(re.sub(" at 0x[0-9a-f]+", "", told), pytrace=False)


def failure(error: Exception) -> str:
    """The line of the answer that was called last, and the exception."""
    answer = str(Path(unblock.__file__))
    at = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == answer]
    line = f"\n  at line {at[-1]}: {linecache.getline(answer, at[-1]).strip()}" if at else ""
    return f"{line}\n  with {type(error).__name__}: {error}"


def test_the_loop_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch()
    monkeypatch.setattr(unblock, "recognise", watch.recognise)
    returned, failed = None, ""
    try:
        returned = asyncio.run(watch.run())
    except Exception as error:
        failed = failure(error)
    expect(not watch.mistakes, f"{CALL} {''.join(watch.mistakes[:1])}")
    expect(not failed, f"{CALL} fails{failed}")
    expect(isinstance(returned, list), f"{CALL} returned a {type(returned).__name__}, not a list")
    assert isinstance(returned, list)
    expect(len(returned) == len(PAGES), f"{CALL} returned {len(returned)} texts, not {len(PAGES)}")
    for page, text in zip(PAGES, returned, strict=True):
        expect(text == f"text of {page}", f"{CALL} returned {text!r} for {page!r}")
