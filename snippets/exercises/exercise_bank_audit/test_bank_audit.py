"""The check of `bank_audit`: plain `pytest` in this folder runs it.

It knows `transfer`, `audit` and `close`, and does not care how they do it. What calls at the same time are told, and
what they leave, must be what some order of them gives, one after the other.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations

import pytest
from bank_audit import Bank

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
OPENING = {"ben": 100, "ada": 100, "cem": 100}  # not in the order of the alphabet


@dataclass(frozen=True)
class Transfer:
    """A call that moves money."""

    source: str
    target: str
    amount: int

    def __str__(self) -> str:
        return f"transfer({self.source}, {self.target}, {self.amount})"

    def ask(self, bank: Bank) -> object:
        """What the bank answers; the name of the exception for a KeyError."""
        try:
            return bank.transfer(self.source, self.target, self.amount)
        except KeyError:
            return "KeyError"

    def after(self, held: dict[str, int]) -> tuple[object, dict[str, int]]:
        """What it is to answer if the accounts hold this before, and what they hold then."""
        if not {self.source, self.target} <= held.keys():
            return "KeyError", held
        if held[self.source] < self.amount:
            return False, held
        taken = held | {self.source: held[self.source] - self.amount}
        return True, taken | {self.target: taken[self.target] + self.amount}


@dataclass(frozen=True)
class Audit:
    """A call that looks at all accounts."""

    name: str = "audit()"

    def __str__(self) -> str:
        return self.name

    def ask(self, bank: Bank) -> object:
        """What the bank answers."""
        return bank.audit()

    def after(self, held: dict[str, int]) -> tuple[object, dict[str, int]]:
        """What it is to answer, and what the accounts hold then."""
        return held, held


Calls = tuple[Transfer | Audit, ...]


class Day:
    """A bank that has just opened, and what its callers are told."""

    def __init__(self, **more: int) -> None:
        self.opening = {**OPENING, **more}
        self.given = dict(self.opening)
        self.before = {*threading.enumerate()}
        self.bank = Bank(self.given)
        self.told: dict[str, object] = {}

    def ask(self, call: Transfer | Audit) -> None:
        """Call the bank, and keep what it answers."""
        self.told[str(call)] = call.ask(self.bank)

    def close(self) -> None:
        """See that what the caller gave is as it was, close, and see that nothing of the bank is left."""
        told = f"the dictionary that Bank(…) was given is {self.given} now, and was {self.opening}"
        assert self.given == self.opening, told
        self.bank.close()
        self.see_the_end()

    def see_the_end(self) -> None:
        """See that no thread that began since this day did goes on."""
        left = [one for one in threading.enumerate() if one not in self.before and hasattr(one, "_led_")]
        for thread in left:
            thread.join(timeout=60)
        running = sorted(thread.name for thread in left if thread.is_alive())
        go_on = "thread of the bank has" if len(running) == 1 else "threads of the bank have"
        assert not running, f"close() has come back, and {len(running)} {go_on} not ended"


def outcomes(opening: dict[str, int], calls: Calls) -> Iterator[tuple[dict[str, object], dict[str, int]]]:
    """What calls may be told, and what they may leave: for each order of them."""
    for order in permutations(calls):
        held, told = opening, dict[str, object]()
        for call in order:
            told[str(call)], held = call.after(held)
        yield told, held


def after(calls: Calls) -> Callable[[Day], None]:
    """See that all is right when these calls have come back."""

    def check(day: Day) -> None:
        left, opening = day.bank.audit(), day.opening
        for name, answer in (*day.told.items(), ("a later audit()", left)):
            if isinstance(answer, dict):
                total, right = sum(answer.values()), sum(opening.values())
                assert total == right, f"{name} returns {answer}: together {total}, and there is {right}"
        if (day.told, left) not in list(outcomes(opening, calls)):
            answers = [f"{name} answers {answer}" for name, answer in day.told.items()]
            raise AssertionError(f"{', and '.join(answers)}; that leaves {left}. No order of the calls gives this")

    return check


def at_once(*calls: Transfer | Audit) -> tuple[dict[str, Callable[[Day], None]], Callable[[Day], None]]:
    """A thread for each call, and the check of what they leave."""

    def thread(call: Transfer | Audit) -> Callable[[Day], None]:
        return lambda day: day.ask(call)

    def check(day: Day) -> None:
        after(calls)(day)
        day.close()

    return {str(call): thread(call) for call in calls}, check


def test_one_caller(in_every_order: InEveryOrder) -> None:
    def use(day: Day) -> None:
        held, first = OPENING, day.bank.audit()
        for call in (
            Transfer("ada", "ben", 60),
            Transfer("ada", "ben", 60),
            Transfer("ada", "ben", 40),
            Transfer("ada", "ben", 0),
            Transfer("ben", "ben", 200),
            Transfer("ben", "ben", 201),
            Transfer("ben", "cem", 1),
        ):
            right, then = call.after(held)
            told = call.ask(day.bank)
            assert told is right, f"with {held}, {call} answers {told!r}, not {right}"
            held, seen = then, day.bank.audit()
            assert seen == held, f"after {call} has answered {right}, audit() returns {seen!r}, not {held}"
        changed = "what the first audit() returned has changed since then: let it return a copy"
        assert first == OPENING, changed
        seen.clear()
        told = "who called audit() has emptied the dictionary that it returned, and now audit() returns"
        assert day.bank.audit() == held, f"{told} {day.bank.audit()!r}, not {held}: let it return a copy"

    in_every_order(Day, {"one caller": use}, lambda day: day.close())


def test_nobody_calls_before_it_closes(in_every_order: InEveryOrder) -> None:
    in_every_order(Day, {"close()": lambda day: day.close()}, lambda _: None)


def test_two_banks(in_every_order: InEveryOrder) -> None:
    calls = (Transfer("ada", "ben", 10), Transfer("dan", "ben", 20))

    def start() -> list[Day]:
        return [Day(), Day(dan=50)]

    def check(days: list[Day]) -> None:
        for day, call in zip(days, calls, strict=True):
            after((call,))(day)
        days[0].bank.close()
        after(calls[1:])(days[1])  # the other one goes on
        days[1].close()
        days[0].see_the_end()

    def thread(number: int) -> Callable[[list[Day]], None]:
        return lambda days: days[number].ask(calls[number])

    in_every_order(start, {f"{call} in a bank": thread(number) for number, call in enumerate(calls)}, check)


CASES: dict[str, Calls] = {
    "an audit during a transfer": (Transfer("ada", "ben", 10), Audit()),
    "money is not spent twice": (Transfer("ada", "ben", 70), Transfer("ada", "cem", 70)),
    "two transfers both ways": (Transfer("ada", "ben", 10), Transfer("ben", "ada", 20)),
    "two transfers to one account": (Transfer("ada", "cem", 10), Transfer("ben", "cem", 20)),
    "an account pays itself": (Transfer("ada", "ada", 30), Transfer("ben", "ada", 20)),
    "an account pays itself during an audit": (Transfer("ada", "ada", 30), Audit()),
    "a mistake during a transfer": (Transfer("ada", "zoe", 10), Transfer("ada", "ben", 90)),
    "a mistake during an audit": (Transfer("ada", "zoe", 10), Audit()),
    "exactly all, and one too many": (Transfer("ada", "ben", 100), Transfer("ben", "cem", 101)),
    "two audits during a transfer": (Transfer("ben", "cem", 10), Audit("one audit()"), Audit("another audit()")),
    "three transfers in a circle": (
        Transfer("ada", "ben", 10),
        Transfer("ben", "cem", 20),
        Transfer("cem", "ada", 30),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_at_once(case: str, in_every_order: InEveryOrder) -> None:
    in_every_order(Day, *at_once(*CASES[case]))


def test_an_audit_while_one_caller_moves_money_twice(in_every_order: InEveryOrder) -> None:
    calls = (Transfer("ben", "ada", 10), Transfer("dan", "cem", 10))

    def move(day: Day) -> None:
        for call in calls:
            day.ask(call)

    def check(day: Day) -> None:
        after((*calls, Audit()))(day)
        day.close()

    threads = {"audit()": lambda day: day.ask(Audit()), "another caller": move}
    in_every_order(lambda: Day(dan=100), threads, check)


def test_a_mistake_disturbs_nobody_else(in_every_order: InEveryOrder) -> None:
    def use(day: Day) -> None:
        for call in (Transfer("ada", "zoe", 10), Transfer("zoe", "ada", 10), Transfer("zoe", "zoe", 10)):
            told = call.ask(day.bank)
            assert told == "KeyError", f"there is no zoe: {call} must raise KeyError, and answers {told!r}"
            seen = day.bank.audit()
            assert seen == OPENING, f"{call} raises KeyError, and then audit() returns {seen!r}, not {OPENING}"

    in_every_order(Day, {"one caller": use}, lambda day: day.close())


def test_the_dictionary_stays_the_callers(in_every_order: InEveryOrder) -> None:
    def use(day: Day) -> None:
        day.given.clear()
        seen = day.bank.audit()
        told = "after Bank(…), the caller has emptied the dictionary that it gave, and audit() returns"
        assert seen == OPENING, f"{told} {seen!r}, not {OPENING}"
        day.given.update(OPENING)

    in_every_order(Day, {"one caller": use}, lambda day: day.close())
