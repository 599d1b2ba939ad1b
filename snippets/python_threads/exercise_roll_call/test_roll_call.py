"""The check of `roll_call`: plain `pytest` in this folder runs it.

It leaves nothing to luck. A barrier lets nobody answer before everybody is there. Where the order matters, each thread
waits for the end of those after it: the last one is done first.
"""

import threading
from collections.abc import Sequence

import pytest
from roll_call import roll_call

START, JOIN = threading.Thread.start, threading.Thread.join


class Roll:
    """What one call of `roll_call` does with its threads."""

    def __init__(self, names: Sequence[str], last_first: bool) -> None:
        self.names = names
        self.last_first = last_first
        self.started: list[threading.Thread] = []
        self.joined: set[threading.Thread] = set()
        self.early = ""
        self.all_here = threading.Barrier(max(1, len(names)))
        self.alone = 0
        self.by_main = 0
        self.failures: list[str] = []

    def start(self, thread: threading.Thread) -> None:
        """Note the thread, and start it."""
        self.started.append(thread)
        START(thread)

    def join(self, thread: threading.Thread, timeout: float | None = None) -> None:
        """Wait for the thread. If there are more to start, it would wait for them and never see them."""
        if len(self.started) < len(self.names):
            self.early = self.early or f"waited for {thread.name} when {len(self.started)}"
            self.all_here.abort()
        JOIN(thread, timeout)
        self.joined.add(thread)

    def failed(self, failure: threading.ExceptHookArgs) -> None:
        """Note that a thread failed."""
        self.failures.append(f"{failure.exc_value!r}")

    def answer(self) -> str:
        """Answer when everybody is there, and, if asked for, when all who come later in the list have ended."""
        me = threading.current_thread()
        if me is threading.main_thread():
            self.by_main += 1
            return "not in a thread"
        try:
            self.all_here.wait(timeout=3)
        except threading.BrokenBarrierError:
            self.alone += 1
        place = self.started.index(me)
        if self.last_first and not self.alone:
            for later in self.started[place + 1 :]:
                JOIN(later, 3)
        return f"{me.name} is here" if len(set(self.names)) == len(self.names) else f"{me.name} from seat {place}"


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def watched(monkeypatch: pytest.MonkeyPatch, names: Sequence[str], last_first: bool = False) -> list[str]:
    """Let `roll_call` call the names; check what its threads did; return the answers."""
    roll, n = Roll(names, last_first), len(names)
    monkeypatch.setattr(threading.Thread, "start", lambda thread: roll.start(thread))
    monkeypatch.setattr(threading.Thread, "join", lambda thread, timeout=None: roll.join(thread, timeout))
    monkeypatch.setattr(threading, "excepthook", roll.failed)
    answers = roll_call(names, roll.answer)
    if len(roll.started) < n:
        roll.all_here.abort()
    for thread in roll.started:
        JOIN(thread, 3)
    monkeypatch.undo()
    call, called = f"roll_call({names})", [thread.name for thread in roll.started]
    expect(roll.by_main == 0, f"{call} called answer() in the main thread: name the function, without parentheses")
    expect(not roll.failures, f"{call}: a thread failed with {roll.failures[:1]}")
    expect(len(called) == n, f"{call} started {len(called)} threads for {n} names")
    expect(sorted(called) == sorted(names), f"{call} started threads with the names {called}")
    expect(not roll.early, f"{call} {roll.early} of {n} threads were started, so they do not run at the same time")
    expect(roll.alone == 0, f"{call}: {roll.alone} of {n} threads did not meet the others: they run by turns")
    forgotten = n - len(roll.joined)
    expect(forgotten == 0, f"{call} returned, and did not wait for {forgotten} of its {n} threads")
    expect(isinstance(answers, list), f"{call} returned {answers!r}, which is not a list")
    return answers


def test_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = watched(monkeypatch, ["Ada"])
    expect(answers == ["Ada is here"], f"roll_call(['Ada']) returned {answers}; the answer was 'Ada is here'")


def test_all_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = watched(monkeypatch, ["Cleo", "Ada", "Ben"])
    expect(len(answers) == 3, f"roll_call() of 3 names returned {len(answers)} answers")


def test_in_the_order_of_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["Cleo", "Ada", "Ben"]
    answers = watched(monkeypatch, names, last_first=True)
    told = f"roll_call({names}) returned {answers}\nBen was done first, then Ada. The list is in another order"
    expect(answers == [f"{name} is here" for name in names], told)


def test_two_with_the_same_name(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["Ada", "Ben", "Ada"]
    answers = watched(monkeypatch, names)
    lost = f"roll_call({names}) returned {answers} and lost an answer: two threads may have the same name"
    expect(len(set(answers)) == 3, lost)
    expect([str(answer).split()[0] for answer in answers] == names, f"roll_call({names}) returned {answers}")


def test_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = watched(monkeypatch, [])
    expect(answers == [], f"roll_call([]) returned {answers}")
