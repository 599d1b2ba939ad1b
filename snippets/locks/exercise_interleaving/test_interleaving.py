"""The check of `interleaving`: plain `pytest` in this folder runs it.

It runs `add_one` in two real threads and lets them go on one line at a time, as the tables say.
"""

import linecache
import sys
import threading
from itertools import zip_longest
from types import FrameType
from typing import Any

import interleaving
import pytest
from interleaving import ENDS_IN_1, ENDS_IN_2, add_one

STEPS = ["read", "add", "write"]  # the lines of add_one


class Walker(threading.Thread):
    """A thread that runs `add_one`, and stops before each line until it may go on."""

    def __init__(self, name: str) -> None:
        """Go to the first line."""
        super().__init__(name=name, daemon=True)
        self.go_on = threading.Semaphore(0)
        self.stopped = threading.Semaphore(0)
        self.line = 0
        self.value: object = None
        self.left = STEPS.copy()
        self.start()
        self.stopped.acquire(timeout=2)

    def run(self) -> None:
        """Run `add_one`, watched."""
        sys.settrace(self.watch)
        add_one()

    def watch(self, frame: FrameType, event: str, _: object) -> Any:
        """Python calls this before each line and at the end. Stop there."""
        if frame.f_code is not add_one.__code__:
            return None
        if event in ("line", "return"):
            self.line = frame.f_lineno
            self.value = frame.f_locals.get("value")
            self.stopped.release()
        if event == "line":
            self.go_on.acquire(timeout=10)
        return self.watch

    def step(self) -> str:
        """Run one line. Tell what it did."""
        self.go_on.release()
        self.stopped.acquire(timeout=2)
        did = {"read": "reads", "add": "adds one and has", "write": "writes"}[self.left.pop(0)]
        return f"{self.name} {did} {self.value}"

    def where(self) -> str:
        """The line before which it stands."""
        return f"line {self.line}: {linecache.getline(interleaving.__file__, self.line).strip()}"


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def follow(name: str, table: dict[str, str], wanted: int) -> None:
    """Let two threads take the steps of the table, column by column. In the end, the counter is what was wanted."""
    rows = ", ".join(table)
    expect(rows == "ada, ben", f"{name} has the rows {rows}; it needs those of ada and ben, who run add_one")
    columns = [*zip_longest(*map(str.split, table.values()), fillvalue="-")]
    for at, column in enumerate(columns, 1):
        for word in column:
            expect(
                word in (*STEPS, "-"),
                f"{name}, column {at}: {word} is not a step of add_one; write read, add, write or -",
            )
    interleaving.counter = 0
    walkers = [Walker(thread) for thread in table]
    story = []
    for at, column in enumerate(columns, 1):
        taken = [(walker, word) for walker, word in zip(walkers, column, strict=True) if word != "-"]
        both = f"{name}, column {at}: ada and ben both take a step of add_one, and one of the two comes first"
        expect(len(taken) < 2, both)
        for walker, word in taken:
            cannot = f"{name}, column {at}: {walker.name} cannot {word}, it"
            expect(walker.left != [], f"{cannot} is at the end of add_one")
            expect(walker.left[0] == word, f"{cannot} is in add_one before {walker.where()}")
            story.append(walker.step())
    for walker in walkers:
        left = f"{name} is at its end, and in add_one {walker.name} still has to {' and '.join(walker.left)}"
        expect(not walker.left, left)
        walker.join(timeout=2)
    told = f"{name}: after these steps of add_one the counter is {interleaving.counter}, not {wanted}"
    expect(interleaving.counter == wanted, "\n  ".join([told, *story]))


def test_add_one_is_as_it_was() -> None:
    interleaving.counter = 41
    walker = Walker("ada")
    for _ in STEPS:
        walker.step()
    walker.join(timeout=2)
    as_it_was = not walker.is_alive() and interleaving.counter == 42
    expect(as_it_was, "add_one must stay as it was: a line that reads, a line that adds, a line that writes")


def test_it_ends_in_1() -> None:
    follow("ENDS_IN_1", ENDS_IN_1, 1)


def test_it_ends_in_2() -> None:
    follow("ENDS_IN_2", ENDS_IN_2, 2)
