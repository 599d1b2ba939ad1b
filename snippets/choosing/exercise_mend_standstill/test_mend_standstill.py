"""The check of `mend_standstill`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck, and to no clock: pauses are noted and take no time, the scanner is ready after so many of
them, and a thread that asks it waits until the loop has had a turn.
"""

import asyncio
import gc
import inspect
import threading
import time
from typing import Any

import pytest
from called import Call, expect, imported

mend_standstill = imported("fetch")
PAUSE, NEARLY = 0.1, 0.05  # seconds
MOST_ASKED = 20  # times without a pause
MOST_REAL = 3  # pauses in which the computer really waited
MOST_STILL = 1  # pauses in one turn of the loop: a busy machine may make one of two questions in a row
ENOUGH = 5  # pauses at one scanner, in which another one is scanned that is ready
WAITS_FOR_SLOW = "fetch() waits for another fetch() to end, whose scanner is not ready; its own is"


class OddError(BaseException):
    """Ends an answer that has done something odd."""


class Loop(asyncio.SelectorEventLoop):
    """A loop that leaves out the time in which it has nothing to do."""

    def __init__(self) -> None:
        super().__init__()
        self.left_out = 0.0  # seconds
        self.turns = 0
        selector = vars(self)["_selector"]
        self.found = selector.select
        vars(selector)["select"] = self.select

    def select(self, timeout: float | None = None) -> Any:
        """What happened; if that is nothing, the time is over at once."""
        self.turns += 1
        happened = self.found(min(timeout, 0) if timeout is not None else None)
        if not happened:
            self.left_out += timeout or 0
        return happened

    def time(self) -> float:
        """The time on the clock of the loop."""
        return super().time() + self.left_out


class Scanner:
    """A scanner that is ready after so many pauses, and has one scan."""

    main: int  # the thread of the loop
    loop: Loop

    def __init__(self, at: int) -> None:
        self.at, self.pauses, self.real_pauses, self.asked = at, 0, 0, 0
        self.slept = 0.0  # seconds, in threads beside the loop
        self.beside, self.needs_loop = False, ""
        self.still = 0  # pauses in this turn of the loop
        self.last = (0.0, 0.0, 0)

    def fetched(self, *others: "Scanner") -> Any:
        """What `fetch` returns, whose loop runs in this thread; a list, if there are others, which are told of it."""
        with asyncio.Runner(loop_factory=Loop) as runner:
            loop = runner.get_loop()
            assert isinstance(loop, Loop)
            for one in (self, *others):
                one.main, one.loop = threading.get_ident(), loop
                one.last = one.now()
            return runner.run(self.awaited_with(*others) if others else self.awaited())

    async def awaited_with(self, *others: "Scanner") -> Any:
        """What comes of each `fetch`; all are begun before any is awaited."""
        return await asyncio.gather(self.awaited(), *[one.awaited() for one in others])

    async def awaited(self) -> Any:
        """What comes of `fetch`, in the loop."""
        called = mend_standstill.fetch(self)
        if not inspect.isawaitable(called):
            raise OddError(f"fetch() returned a {type(called).__name__}: it is no coroutine function any more")
        return await called

    def now(self) -> tuple[float, float, int]:
        """The time that was left out where it is waited, the time with it, and the turns of the loop."""
        left_out = self.slept if self.beside or self.slept else self.loop.left_out
        return left_out, time.monotonic() + self.slept + self.loop.left_out, self.loop.turns

    def is_ready(self) -> bool:
        """Whether there is a scan."""
        if threading.get_ident() != self.main:
            self.beside = True
            self.see_the_loop_go_on("asks is_ready()")
        (left_out, at, turns), self.last = self.last, self.now()
        waited = self.last[0] - left_out
        if (self.pauses or self.asked) and waited > PAUSE + NEARLY:
            raise OddError(f"fetch() did not ask is_ready() for {waited:.1f} s, and should ask ten times a second")
        self.still *= turns == self.last[2] and not self.beside
        if self.asked and self.last[1] - at > NEARLY:
            self.pauses, self.asked, self.still = self.pauses + 1, 0, self.still + 1
            self.real_pauses += waited < NEARLY
        if self.still > MOST_STILL:
            raise OddError("fetch() waits between two is_ready() in the thread of the loop, which stands still")
        self.asked += 1
        if self.asked > MOST_ASKED:
            told = f"fetch() asked is_ready() {MOST_ASKED} times"
            if turns == self.last[2]:
                raise OddError(f"{told} in one turn of the loop, which stands still")
            raise OddError(f"{told} without a pause, and should ask ten times a second")
        return self.has_scan()

    def see_the_loop_go_on(self, does: str) -> None:
        """Wait, in a thread beside the loop that does something, until the loop has had a turn."""
        turn = threading.Event()
        self.needs_loop = does
        self.loop.call_soon_threadsafe(turn.set)
        turn.wait()
        self.needs_loop = ""

    def has_scan(self) -> bool:
        """Whether it has been ready for long enough, and nobody has the scan."""
        return self.pauses >= self.at or self.real_pauses >= MOST_REAL

    def scan(self) -> str:
        """The scan."""
        if not self.has_scan():
            raise OddError("fetch() called scan() when the scanner was not ready")
        at, self.at, self.real_pauses = self.at, self.at + 1, 0
        return f"scan after {at}"

    def sleep(self, seconds: float) -> None:
        """In the place of `time.sleep`."""
        if threading.get_ident() == self.main:
            raise OddError(f"fetch() called time.sleep in the thread of the loop, which stands still for {seconds} s")
        self.see_the_loop_go_on("sleeps")
        self.slept += seconds


class Slow(Scanner):
    """A scanner that is ready when another one, which is ready at once, was scanned."""

    def __init__(self, fast: "Fast") -> None:
        super().__init__(0)
        self.fast, self.needs_fast = fast, False

    def is_ready(self) -> bool:
        """Whether the other one was scanned; a thread that has asked often enough waits for that."""
        super().is_ready()
        if self.pauses >= ENOUGH and not self.has_scan():
            if not self.beside:
                raise OddError(WAITS_FOR_SLOW)
            self.needs_fast = True
            self.fast.scanned.wait()
        return self.has_scan()

    def has_scan(self) -> bool:
        """Whether the other one was scanned."""
        return self.fast.scanned.is_set()


class Fast(Scanner):
    """A scanner that is ready at once."""

    def __init__(self) -> None:
        super().__init__(0)
        self.scanned = threading.Event()

    def scan(self) -> str:
        """The scan; another scanner has waited for that."""
        self.scanned.set()
        return super().scan()


def outcome(scanner: Scanner, *others: Scanner) -> Any:
    """What `fetch` returns, or each of them; they have to come to their end."""
    call = Call(lambda: scanner.fetched(*others))
    for does in call.looks():
        if does == "stuck":
            told = "fetch() does not come to its end"
            if scanner.needs_loop:
                told = f"fetch() stops the loop while a thread {scanner.needs_loop}"
            elif isinstance(scanner, Slow):
                told = WAITS_FOR_SLOW if scanner.needs_fast else "of two fetch() at the same time, one stops the loop"
            expect(False, f"{told}{call.where()}")
    error = call.error
    if error:
        error.__traceback__ = None  # it would keep coroutines that were forgotten until pytest has ended
        gc.collect()
    raised = f"fetch() raised {type(error).__name__}: {error}"
    expect(not error, str(error) if isinstance(error, OddError) else raised)
    return call.value


def have_sleep(monkeypatch: pytest.MonkeyPatch, scanner: Scanner) -> None:
    """Have a scanner in the place of `time.sleep`, under whatever name the answer has it."""
    real_sleep = time.sleep
    for place in (time, mend_standstill):
        for name, there in list(vars(place).items()):
            if there is real_sleep:
                monkeypatch.setattr(place, name, scanner.sleep)


@pytest.mark.filterwarnings("ignore:coroutine")  # what the answer forgets is told by the check
@pytest.mark.parametrize("pauses", [0, 1, 3, 3700])
def test_the_loop_goes_on_until_the_scanner_is_ready(pauses: int, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner = Scanner(pauses)
    have_sleep(monkeypatch, scanner)
    told = outcome(scanner)
    kind = type(told).__name__
    expect(isinstance(told, str), f"fetch() returned a {kind}, not what scan() returned")
    expect(told == f"scan after {pauses}", f"fetch() returned {told!r}, not what scan() returned")
    late = round(scanner.now()[0] / PAUSE) - pauses
    expect(late <= 0, f"fetch() returned {late * PAUSE:.1f} s after the scanner was ready")


def test_no_scanner_waits_for_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = Fast()
    slow = Slow(fast)
    have_sleep(monkeypatch, slow)
    told = outcome(slow, fast)
    right = ["scan after 0"] * 2
    expect(told == right, f"two fetch() at the same time returned {told!r}, and the two scan() returned {right}")
