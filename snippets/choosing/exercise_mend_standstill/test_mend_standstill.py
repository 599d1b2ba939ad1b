"""The check of `mend_standstill`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck, and to no clock: sleeps are noted and take no time, and the scanner is ready when the loop
has had so many turns.
"""

import asyncio
import threading
import time
from typing import Any

import pytest
from called import expect, imported, outcome

mend_standstill = imported("fetch")
PAUSE = 0.1  # seconds
MOST_ASKED = 20  # times in one turn of the loop


class OddError(BaseException):
    """Ends an answer that has done something odd."""


class Scanner:
    """A scanner that is ready when it was asked so often, each time after a pause."""

    def __init__(self, at: int) -> None:
        self.at, self.pauses, self.asked = at, 0, 0
        self.main = 0

    def fetched(self) -> Any:
        """What `fetch` returns, whose loop runs in this thread."""
        self.main = threading.get_ident()
        return asyncio.run(mend_standstill.fetch(self))

    def is_ready(self) -> bool:
        """Whether there is a scan."""
        self.asked += 1
        if self.asked > MOST_ASKED:
            raise OddError(f"fetch() asked is_ready() {MOST_ASKED} times in one turn of the loop, which stands still")
        return self.pauses >= self.at

    def scan(self) -> str:
        """The scan."""
        if self.pauses < self.at:
            raise OddError("fetch() called scan() when the scanner was not ready")
        return f"scan after {self.at}"

    def pause(self, seconds: float, said: str) -> None:
        """A pause is over, in which others had a turn."""
        if seconds != PAUSE:
            raise OddError(f"fetch() {said}({seconds}), and should ask ten times a second")
        self.pauses, self.asked = self.pauses + 1, 0

    def sleep(self, seconds: float) -> None:
        """In the place of `time.sleep`."""
        if threading.get_ident() == self.main:
            raise OddError(f"fetch() called time.sleep in the thread of the loop, which stands still for {seconds} s")
        self.pause(seconds, "called time.sleep")


@pytest.mark.filterwarnings("ignore:coroutine")  # what the answer forgets is told by the check
@pytest.mark.parametrize("pauses", [0, 1, 3])
def test_the_loop_goes_on_until_the_scanner_is_ready(pauses: int, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner, real_sleep = Scanner(pauses), asyncio.sleep

    async def sleep(seconds: float, result: Any = None) -> Any:
        scanner.pause(seconds, "awaited asyncio.sleep")
        return await real_sleep(0, result)

    stand_ins = [(time.sleep, scanner.sleep), (real_sleep, sleep)]
    for place in (time, asyncio, mend_standstill):
        for name, there in list(vars(place).items()):
            for real, stand_in in stand_ins:
                if there is real:
                    monkeypatch.setattr(place, name, stand_in)
    odd, told = "", None
    try:
        told = outcome("fetch()", scanner.fetched)
    except OddError as error:
        odd = str(error)
    except Exception as error:
        odd = f"fetch() raised {type(error).__name__}: {error}"
    expect(not odd, odd)
    kind = type(told).__name__
    expect(isinstance(told, str), f"fetch() returned a {kind}, not what scan() returned")
    expect(told == f"scan after {pauses}", f"fetch() returned {told!r}, not what scan() returned")
    expect(scanner.pauses == pauses, f"the scanner was ready after {pauses} pauses, and fetch() made {scanner.pauses}")
