"""The check of `bank_audit`: plain `pytest` in this folder runs it.

It knows `transfer`, `audit` and `close`, and does not care how they do it. Two calls at the same time are tried twice:
one is held before each of its lines while the other runs; and, if the bank has no thread of its own, in every order.
"""

import linecache
import re
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

import frontrun
import pytest
from bank_audit import Bank

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
        self.bank = Bank(OPENING)
        self.told: Any = None
        self.told_other: Any = None


Work = Callable[[Day], object]


def test_one_caller() -> None:
    bank = opened().bank
    held = OPENING
    first = in_time("audit()", bank.audit)
    expect(first == OPENING, f"audit() tells {first!r}, not {OPENING}")
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
        expect(seen == held, f"after {call} has answered {answer}, audit() tells {seen!r}, not {held}")
    expect(first == OPENING, "what the first audit() told has changed since then: let it tell a copy")
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
        expect(seen == OPENING, f"{call} raises KeyError, and then audit() tells {seen!r}, not {OPENING}")
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
            assert seen in moments, f"audit() tells {seen!r}: together {total}, and there is {sum(OPENING.values())}"
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
    while_each_line_is_held(calls, check)
    if isinstance(second, Audit):
        while_each_line_is_held(dict(reversed(calls.items())), check)
    if not starts_threads():
        in_every_order(Day, calls, check)


def keep(place: str, call: Callable[[Bank], object], day: Day) -> None:
    """Keep for the check what a call tells."""
    setattr(day, place, call(day.bank))


def starts_threads() -> bool:
    """Does the bank have threads of its own? It may start them only when it needs them."""
    before = {*threading.enumerate()}
    bank = opened().bank
    in_time("audit()", bank.audit)
    started = {*threading.enumerate()} - before
    in_time("close()", bank.close)
    return bool(started)


def while_each_line_is_held(calls: dict[str, Work], check: Work) -> None:
    """Hold the first call before its first line, then before its second, and so on; meanwhile run the other call."""
    usual, (first, second) = threading.gettrace(), calls
    for step in range(1, 60):
        hold = Hold(step)
        threading.settrace(hold)  # for all threads that begin from now on: those of the bank, too
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
        met = f"\n  when {first} is held before {hold.line}\n  while {second} runs" if hold.line else ""
        expect(wrong is None, f"{str(wrong).partition(chr(10))[0]}{met}")
        in_time("close()", day.bank.close)
        if not hold.line:
            return


class Hold:
    """Stops the call, or the thread that works for it, before the answer's line number `step` that comes."""

    def __init__(self, step: int) -> None:
        self.step = step
        self.steps: Iterator[int] = iter(())
        self.line = ""
        self.reached = threading.Event()
        self.go_on = threading.Event()

    def counting(self, call: Work, day: Day) -> None:
        """Count the lines of this call."""
        self.steps = count(1)
        try:
            call(day)
        finally:
            self.steps = iter(())
            self.reached.set()

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        """Python calls this before each line."""
        if Path(frame.f_code.co_filename).name != ANSWER:
            return None
        if event == "line" and next(self.steps, 0) == self.step:
            self.line = innermost([(frame, frame.f_lineno)])
            self.reached.set()
            self.go_on.wait(timeout=5)
        return self


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


# --- The same in every check from here on: how all orders are tried, and how the one that fails is told. ---

ANSWER = Path(__file__).name.removeprefix("test_")
STEP = re.compile(r"Thread (\d+) \| (\S+):(\d+) +(.+)\n.*\[(\S+) (?:\w+\.)?(\w+)\]")
VERBS = {"read": "reads", "write": "writes", "read+write": "reads and writes"}


def in_every_order(start: Callable[[], Any], threads: dict[str, Callable[[Any], object]], check: Any) -> None:
    """Run `threads` on what `start` makes, in every order of steps that can matter; `check` what each order leaves."""
    options = {"preemption_bound": None, "clock": "explored", "reproduce_on_failure": 0, "detect_io": False}
    for turn in range(len(threads)):  # each begins once: frontrun overlooks orders if one that waits never begins
        begun = [*threads.items()][turn:] + [*threads.items()][:turn]
        waits: dict[str, str] = {}
        workers = [watched(name, work, waits) for name, work in begun]
        try:
            result = frontrun.explore(start, workers, lambda state: check(state) is None, **options)
            told = "" if result.property_holds else story(result, [name for name, _ in begun], waits)
        except Exception as error:
            told = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}\n  {where_raised(error)}"
        if told:
            pytest.fail(told, pytrace=False)


def watched(name: str, work: Callable[[Any], object], waits: dict[str, str]) -> Callable[[Any], None]:
    """`work`, but when it is stopped, because nothing can go on, it notes where each thread waits."""

    def run(state: Any) -> None:
        try:
            work(state)
        except BaseException as error:
            for stack in map(list, map(traceback.walk_stack, sys._current_frames().values())):
                mine = (frame.f_locals["name"] for frame, _ in stack if frame.f_code is run.__code__)
                waits.update({whose: innermost(stack) for whose in mine})
            waits[name] = where_raised(error)
            raise

    return run


def where_raised(error: BaseException) -> str:
    """The line of the answer that raised `error`."""
    return innermost(reversed(list(traceback.walk_tb(error.__traceback__))))


def innermost(stack: Iterable[tuple[FrameType, int]]) -> str:
    """The first line of the answer in a stack that begins with the newest call."""
    mine = ((frame.f_code.co_filename, line) for frame, line in stack if Path(frame.f_code.co_filename).name == ANSWER)
    return next((f"line {line}: {linecache.getline(file, line).strip()}" for file, line in mine), "asked by the check")


def story(result: Any, names: list[str], waits: dict[str, str]) -> str:
    """What went wrong, and in which order of steps, in lines of the answer."""
    if result.property_holds is None:
        return f"{ANSWER} does not come to an end: it waits, or tries again, for ever."
    if result.explanation.startswith("Deadlock"):
        standstill = f"{ANSWER} comes to a standstill: it waits for a lock or a signal that never comes."
        return "\n  ".join([standstill, *(f"{name} waits at {where}" for name, where in waits.items())])
    found = STEP.findall(result.explanation)
    shared = {what for _, file, *_, what in found if file == ANSWER}
    steps = [
        f"{names[int(number)]} {VERBS[verb]} {what} {f'at line {line}' if file == ANSWER else 'in the check'}: {source}"
        for number, file, line, source, verb, what in found
        if what in shared
    ]
    wrong = result.explanation.removeprefix("AssertionError: ").splitlines()[0]
    return "\n  ".join([wrong, f"when the threads take these steps in {ANSWER}:", *steps])
