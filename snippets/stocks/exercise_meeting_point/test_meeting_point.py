"""The check of `meeting_point`: plain `pytest` in this folder runs it."""

import ast
import linecache
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import meeting_point
import pytest
from meeting_point import MeetingPoint

ANSWER = Path(__file__).with_name("meeting_point.py")
InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Hut:
    """A meeting point, and what came of the calls of it."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.point: Any = MeetingPoint(size)
        self.come = 0  # calls that have begun
        self.rounds: list[object] = []  # what calls have returned
        self.mistake = ""

    def meet(self) -> None:
        """Meet the others, and see that they were there."""
        self.come += 1
        over = max((one for one in self.rounds if isinstance(one, int)), default=0)
        number = self.point.meet()
        self.rounds.append(number)
        if len(self.rounds) > self.come // self.size * self.size:
            self.note(f"meet() was called {times(self.come)} and came back {times(len(self.rounds))}, too early")
        elif isinstance(number, int) and number <= over and over > 0:
            self.note(f"meet() was called when round {over} was over, and says that it was in round {number}")

    def note(self, told: str) -> None:
        """Remember what went wrong first."""
        self.mistake = self.mistake or f"MeetingPoint({self.size}): {told}\n{head()}"

    def went_well(self, waiting: dict[str, str]) -> None:
        """See that all have met who could, and what they were told."""
        assert not self.mistake, self.mistake
        left = self.come // self.size * self.size
        where = [f"{name} waits forever at {line}" for name, line in waiting.items()]
        told = f"MeetingPoint({self.size}): meet() was called {times(self.come)} and came back"
        assert len(self.rounds) == left, "\n".join([f"{told} {times(len(self.rounds))}, not {times(left)}", *where])
        right = [number for number in range(1, left // self.size + 1) for _ in range(self.size)]
        told = f"MeetingPoint({self.size}): the calls of meet() returned {self.rounds}; as numbers of rounds"
        told = f"{told}, these must be {right}, in any order\n{head()}"
        assert Counter(map(repr, self.rounds)) == Counter(map(repr, right)), told  # 1.0 is no round, nor is True


def times(count: int) -> str:
    """A count in words."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def head() -> str:
    """The line of the answer where `meet` begins."""
    line = MeetingPoint.meet.__code__.co_firstlineno
    return f"line {line}: {linecache.getline(str(meeting_point.__file__), line).strip()}"


def hikers(*times: int) -> dict[str, Callable[[Hut], None]]:
    """A thread for each hiker, who comes so many times. All have the same name: they are as many all the same."""

    def thread(times: int) -> Callable[[Hut], None]:
        def come(hut: Hut) -> None:
            threading.current_thread().name = "hiker"
            for _ in range(times):
                hut.meet()

        return come

    return {f"hiker {number}": thread(count) for number, count in enumerate(times, 1)}


def test_it_is_built_and_not_taken_from_elsewhere() -> None:
    nodes = [*ast.walk(ast.parse(ANSWER.read_text(encoding="utf-8")))]
    own = any(isinstance(node, ast.ClassDef) and node.name == "Barrier" for node in nodes)
    for node in nodes:
        names = [one.name for one in node.names] if isinstance(node, ast.ImportFrom) else [getattr(node, "attr", "")]
        names += [] if own else [getattr(node, "id", ""), getattr(node, "value", "")]  # imported otherwise
        if "Barrier" in names:
            at = getattr(node, "lineno", 0)
            line = f"line {at}: {linecache.getline(str(ANSWER), at).strip()}"
            told = f"a barrier is what MeetingPoint is to be, without one of Python\n  {line}"
            pytest.fail(told, pytrace=False)


CASES: dict[str, tuple[int, dict[str, Callable[[Hut], None]]]] = {
    "one alone meets nobody else": (1, hikers(3)),
    "one of two": (2, hikers(1)),
    "two of two": (2, hikers(1, 1)),
    "two of three": (3, hikers(1, 1)),
    "three of three": (3, hikers(1, 1, 1)),
    "two of two, twice": (2, hikers(2, 2)),
    "one of two comes once more": (2, hikers(2, 1)),
    "three of two": (2, hikers(1, 1, 1)),
    "four of two": (2, hikers(1, 1, 1, 1)),
    "three of two, once and twice": (2, hikers(2, 1, 1)),
    "two of two, three times": (2, hikers(3, 3)),
    "three of three, twice": (3, hikers(2, 2, 2)),
    "five of five": (5, hikers(1, 1, 1, 1, 1)),
}


@pytest.mark.parametrize("case", CASES)
def test_meet(case: str, in_every_order: InEveryOrder) -> None:
    size, threads = CASES[case]
    in_every_order(lambda: Hut(size), threads, Hut.went_well, may_wait=True, must_sleep=True)


def test_two_places(in_every_order: InEveryOrder) -> None:
    def both_went_well(huts: list[Hut], waiting: dict[str, str]) -> None:
        for place, hut in enumerate(huts, 1):
            hut.went_well({name: where for name, where in waiting.items() if f"place {place}" in name})

    in_every_order(
        lambda: [Hut(2), Hut(2)],
        {
            "a hiker at place 1": lambda huts: huts[0].meet(),
            "a hiker at place 2": lambda huts: huts[1].meet(),
            "another at place 2": lambda huts: huts[1].meet(),
        },
        both_went_well,
        may_wait=True,
        must_sleep=True,
    )
