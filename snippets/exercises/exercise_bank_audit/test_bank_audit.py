"""The check of `bank_audit`: plain `pytest` in this folder runs it.

It knows `transfer`, `audit` and `close`, and does not care how they do it. It leaves nothing to luck: one call is held
at each of its steps in turn, while another call has its chance. An operating system may do that, too.
"""

import linecache
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any, cast

import bank_audit
import pytest
from bank_audit import Bank

ANSWER = Path(__file__).name.removeprefix("test_")
REAL_LOCKS = {"Lock": threading.Lock, "RLock": threading.RLock}
OPENING = {"ben": 100, "ada": 100, "cem": 100}  # not in the order of the alphabet


@dataclass(frozen=True)
class Transfer:
    """A call that moves money."""

    source: str
    target: str
    amount: int

    def __str__(self) -> str:
        return f"transfer({self.source}, {self.target}, {self.amount})"

    def __call__(self, bank: Bank) -> bool:
        return bank.transfer(self.source, self.target, self.amount)

    def after(self, held: dict[str, int]) -> dict[str, int]:
        """What the accounts hold when it has moved the money."""
        taken = held | {self.source: held[self.source] - self.amount}
        return taken | {self.target: taken[self.target] + self.amount}


@dataclass(frozen=True)
class Audit:
    """A call that looks at all accounts."""

    def __str__(self) -> str:
        return "audit()"

    def __call__(self, bank: Bank) -> dict[str, int]:
        return bank.audit()


class Day:
    """A bank that has just opened, and what two callers are told."""

    def __init__(self) -> None:
        self.bank = Bank({name: Money(euros) for name, euros in OPENING.items()})
        self.told: Any = None
        self.told_other: Any = None


Work = Callable[[Day], object]


def test_one_caller() -> None:
    bank = opened().bank
    held = OPENING
    first = in_time("audit()", bank.audit)
    expect(first == OPENING, f"audit() returns {first!r}, not {OPENING}")
    for call, answer in (
        (Transfer("ada", "ben", 60), True),
        (Transfer("ada", "ben", 60), False),
        (Transfer("ada", "ben", 40), True),
        (Transfer("ben", "ben", 200), True),
        (Transfer("ben", "ben", 201), False),
        (Transfer("ben", "cem", 1), True),
    ):
        told = in_time(call, partial(call, bank))
        expect(told is answer, f"with {held}, {call} answers {told!r}, not {answer}")
        held = call.after(held) if answer else held
        seen = in_time("audit()", bank.audit)
        expect(seen == held, f"after {call} has answered {answer}, audit() returns {seen!r}, not {held}")
    expect(first == OPENING, "what the first audit() returned has changed since then: let it return a copy")
    in_time("close()", bank.close)


def test_an_audit_during_a_transfer() -> None:
    at_once(Transfer("ada", "ben", 10), Audit())


def test_two_transfers_to_one_account() -> None:
    at_once(Transfer("ada", "cem", 10), Transfer("ben", "cem", 20))


def test_two_transfers_both_ways() -> None:
    at_once(Transfer("ada", "ben", 10), Transfer("ben", "ada", 20))


def test_money_is_not_spent_twice() -> None:
    at_once(Transfer("ada", "ben", 70), Transfer("ada", "cem", 70), refused=1)


def test_a_mistake_disturbs_nobody_else() -> None:
    bank = opened().bank
    for call in (Transfer("ada", "zoe", 10), Transfer("zoe", "ada", 10)):
        told = in_time(call, partial(call, bank))
        expect(isinstance(told, KeyError), f"there is no zoe: {call} must raise KeyError, it gives {told!r}")
        seen = in_time(f"{call} raises KeyError, and then audit()", bank.audit)
        expect(seen == OPENING, f"{call} raises KeyError, and then audit() returns {seen!r}, not {OPENING}")
    in_time("close()", bank.close)


def test_close_ends_what_was_started() -> None:
    before = {*threading.enumerate()}
    bank = opened().bank
    in_time("audit()", bank.audit)
    in_time("close()", bank.close)
    left = {*threading.enumerate()} - before
    for thread in left:
        thread.join(timeout=1)
    running = sorted(thread.name for thread in left if thread.is_alive())
    expect(not running, f"close() leaves threads running: {', '.join(running)}")


def at_once(first: Transfer, second: Transfer | Audit, refused: int = 0) -> None:
    """Let two calls run at the same time. Check what they are told and what they leave."""

    def check(day: Day) -> None:
        moments = [OPENING, first.after(OPENING)] if day.told else [OPENING]
        if isinstance(second, Audit):
            seen, total = day.told_other, sum(day.told_other.values())
            assert seen in moments, f"audit() returns {seen!r}: together {total}, and there is {sum(OPENING.values())}"
        else:
            answers = [day.told, day.told_other]
            assert answers.count(False) == refused, f"{first} answers {answers[0]} and {second} answers {answers[1]}"
            moments += [second.after(moments[-1])] if day.told_other else []
        left = day.bank.audit()
        assert left == moments[-1], f"{first} and {second} leave {left}, not {moments[-1]}"

    calls: dict[str, Work] = {
        str(first): partial(keep, "told", first),
        str(second): partial(keep, "told_other", second),
    }
    while_held_at_each_step(calls, check)
    if isinstance(second, Audit):
        while_held_at_each_step(dict(reversed(calls.items())), check)


def keep(place: str, call: Callable[[Bank], object], day: Day) -> None:
    """Keep for the check what a call returns."""
    setattr(day, place, call(day.bank))


def while_held_at_each_step(calls: dict[str, Work], check: Work) -> None:
    """Hold the first call at its first step, then at its second, and so on; meanwhile run the other call."""
    usual, (first, second) = threading.gettrace(), calls
    for number in range(1, 100):
        Hold.now = hold = Hold(number)
        threading.settrace(hold.before_line)  # in all threads that begin from now on: in those of the bank, too
        day = opened()
        held = Call(first, partial(hold.counting, calls[first], day))
        hold.reached.wait(timeout=2)
        other = Call(second, partial(calls[second], day))
        other.rest()
        hold.go_on.set()
        for call in (held, other):
            error = call.result(held, other)
            expect(error is None, f"{call.name} raises {error!r}" + (f"\n  {where_raised(error)}" if error else ""))
        set_trace: Callable[[Any], None] = threading.settrace
        set_trace(usual)
        wrong = in_time("audit()", partial(check, day))
        met = f"\n  when {first} is held at {hold.line}\n  while {second} runs" if hold.line else ""
        expect(wrong is None, f"{str(wrong).partition(chr(10))[0]}{met}")
        in_time("close()", day.bank.close)
        if not hold.line:
            return


class Hold:
    """Stops a call, or the thread that works for it, at one of its steps: before a line, with a lock, or in a sum."""

    now: "Hold"

    def __init__(self, number: int) -> None:
        self.number = number
        self.steps: Iterator[int] = iter(())
        self.line = ""
        self.reached = threading.Event()
        self.go_on = threading.Event()

    def counting(self, call: Work, day: Day) -> None:
        """Count the steps of this call."""
        self.steps = count(1)
        try:
            call(day)
        finally:
            self.steps = iter(())
            self.reached.set()

    def before_line(self, frame: FrameType, event: str, _: object) -> Any:
        """Python calls this for each line of a thread."""
        if Path(frame.f_code.co_filename).name != ANSWER:
            return None
        if event == "line":
            self.step(frame)
        return self.before_line

    def step(self, frame: FrameType) -> None:
        """Stop here, if it is the step to stop at."""
        if next(self.steps, 0) == self.number:
            self.line = innermost(traceback.walk_stack(frame))
            self.reached.set()
            self.go_on.wait(timeout=5)


Hold.now = Hold(-1)  # nobody is held


class Money(int):
    """Euros. Between reading a balance and writing it, there is a step."""

    def step(self) -> None:
        Hold.now.step(sys._getframe(2))

    def __add__(self, other: int) -> "Money":
        self.step()
        return Money(int(self) + other)

    def __sub__(self, other: int) -> "Money":
        self.step()
        return Money(int(self) - other)

    def __radd__(self, other: int) -> "Money":
        self.step()
        return Money(other + int(self))


class WatchedLock:
    """A lock of the answer. When it has been taken, there is a step."""

    def __init__(self, lock: Any) -> None:
        self.lock = lock

    def __getattr__(self, name: str) -> Any:
        return getattr(self.lock, name)

    def acquire(self, *args: Any, **options: Any) -> Any:
        """Take it, as always."""
        taken = self.lock.acquire(*args, **options)
        if taken:
            Hold.now.step(sys._getframe(1))
        return taken

    def __enter__(self) -> Any:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.lock.release()


@pytest.fixture(autouse=True)
def watch_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Watch the locks that the answer makes; those of Python's own modules stay as they are."""

    def made(name: str) -> Any:
        lock = REAL_LOCKS[name]()
        return WatchedLock(lock) if Path(sys._getframe(1).f_code.co_filename).name == ANSWER else lock

    for name in REAL_LOCKS:
        for module in (threading, bank_audit):
            monkeypatch.setattr(module, name, partial(made, name), raising=False)


class Call:
    """A call in a thread of its own, because it may never come back."""

    def __init__(self, name: object, work: Callable[[], Any]) -> None:
        self.name = name
        self.work = work
        self.came: list[Any] = []
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self) -> None:
        """Keep what comes of it: what it returns, or what it raises."""
        try:
            self.came.append(self.work())
        except Exception as error:
            self.came.append(error)

    def rest(self) -> None:
        """Wait until it has come back, or does not move for a while."""
        still, before = 0, None
        for _ in range(50):
            self.thread.join(timeout=0.004)
            frame = sys._current_frames().get(self.thread.ident or 0)
            now = frame and (frame, frame.f_lasti)
            still, before = (still + 1 if now == before else 0), now
            if not frame or still == 5:
                return

    def result(self, *calls: "Call") -> Any:
        """What came of it. If it does not come back, tell where each of the calls waits."""
        self.thread.join(timeout=2)
        if not self.came:
            waiting = [f"{call.name} waits at {call.where()}" for call in calls or (self,) if not call.came]
            standstill = f"{ANSWER} comes to a standstill: it waits for a lock or a signal that never comes."
            pytest.fail("\n  ".join([standstill, *waiting]), pytrace=False)
        return self.came[0]

    def where(self) -> str:
        """The line of the answer where it is."""
        return innermost(traceback.walk_stack(sys._current_frames()[self.thread.ident or 0]))


def in_time(name: object, work: Callable[[], Any]) -> Any:
    """What `work` returns or raises."""
    return Call(name, work).result()


def opened() -> Day:
    """A new day. It begins in a daemon thread, so that threads of the bank are daemons and cannot keep the check up."""
    day = in_time("Bank(…)", Day)
    expect(isinstance(day, Day), f"Bank({OPENING}) raises {day!r}")
    return cast(Day, day)


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def where_raised(error: BaseException) -> str:
    """The line of the answer that raised `error`."""
    return innermost(reversed(list(traceback.walk_tb(error.__traceback__))))


def innermost(stack: Iterable[tuple[FrameType, int]]) -> str:
    """The first line of the answer in a stack that begins with the newest call."""
    mine = ((frame.f_code.co_filename, line) for frame, line in stack if Path(frame.f_code.co_filename).name == ANSWER)
    return next((f"line {line}: {linecache.getline(file, line).strip()}" for file, line in mine), ANSWER)
