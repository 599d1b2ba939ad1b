"""The check of `interleaving`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It runs `add_one` in two real threads and lets them go on one line at a time, as the tables say.
"""

import ast
import linecache
import sys
import threading
from itertools import zip_longest
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from called import expect, imported, outcome

STEPS = ["read", "add", "write"]  # the lines of add_one
AS_IT_WAS = ["global counter", "value = counter", "value = value + 1", "counter = value"]
ANSWER = Path(__file__).with_name("interleaving.py")


def lines_of_add_one() -> list[str]:
    """The code of the answer's `add_one`, without what it says of itself, a line each."""
    tree = ast.parse(ANSWER.read_text(encoding="utf-8"))
    functions = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == "add_one"]
    body = [ast.unparse(one) for function in functions for one in function.body if not isinstance(one, ast.Expr)]
    return body + ["" for function in functions if function.decorator_list]


try:  # nothing else of the answer runs than what is asked for below
    CODE = lines_of_add_one()
except SyntaxError as error:
    where = f"line {error.lineno}: {(error.text or '').strip()}"
    raise pytest.Collector.CollectError(f"interleaving.py is no Python yet: {error.msg}\n  {where}") from None
interleaving: Any = imported()


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
        self.stopped.acquire()

    def run(self) -> None:
        """Run `add_one`, watched."""
        sys.settrace(self.watch)
        interleaving.add_one()

    def watch(self, frame: FrameType, event: str, _: object) -> Any:
        """Python calls this before each line and at the end. Stop there."""
        if frame.f_code is not interleaving.add_one.__code__:
            return None
        if event in ("line", "return"):
            self.line = frame.f_lineno
            self.value = frame.f_locals.get("value")
            self.stopped.release()
        if event == "line":
            self.go_on.acquire()
        return self.watch

    def step(self) -> str:
        """Run one line. Tell what it did."""
        self.go_on.release()
        self.stopped.acquire()
        did = {"read": "reads", "add": "adds one and has", "write": "writes"}[self.left.pop(0)]
        return f"{self.name} {did} {self.value}"

    def where(self) -> str:
        """The line before which it stands."""
        return f"line {self.line}: {linecache.getline(interleaving.__file__, self.line).strip()}"


def table_of(name: str) -> dict[str, list[str]]:
    """The table with this name: the steps of each row."""
    table = getattr(interleaving, name, None)
    expect(isinstance(table, dict), f"{name} must be a dictionary with a row for ada and one for ben, who run add_one")
    assert isinstance(table, dict)
    rows = ", ".join(map(str, table))
    expect(set(table) == {"ada", "ben"}, f"{name} has the rows {rows}; it needs those of ada and ben, who run add_one")
    for who, row in table.items():
        told = f"{name}: the row of {who} must be one text with the steps of add_one, such as 'read - add', not {row!r}"
        expect(isinstance(row, str), told)
    return {who: table[who].split() for who in ("ada", "ben")}


def follow(name: str, wanted: int) -> None:
    """Let two threads take the steps of the table, column by column. In the end, the counter is what was wanted."""
    table = table_of(name)
    columns = [*zip_longest(*table.values(), fillvalue="-")]
    for at, column in enumerate(columns, 1):
        for word in column:
            known = f"{name}, column {at}: {word} is not a step of add_one; write read, add, write or -"
            expect(word in (*STEPS, "-"), known)
    interleaving.counter = 0
    walkers = [Walker(who) for who in table]
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
    told = f"{name}: after these steps of add_one the counter is {interleaving.counter}, not {wanted}"
    expect(interleaving.counter == wanted, "\n  ".join([told, *story]))


def test_add_one_is_as_it_was() -> None:
    at = next((n for n, (is_, was) in enumerate(zip_longest(CODE, AS_IT_WAS)) if is_ != was), None)
    if at is not None:
        has = f"has: {CODE[at]}" if at < len(CODE) and CODE[at] else "has not"
        was = AS_IT_WAS[at] if at < len(AS_IT_WAS) else "nothing more"
        expect(False, f"add_one must stay as it was; in place of its line\n  {was}\n  it {has}")


def test_it_ends_in_1() -> None:
    outcome("add_one(), as ENDS_IN_1 says,", lambda: follow("ENDS_IN_1", 1))


def test_it_ends_in_2() -> None:
    outcome("add_one(), as ENDS_IN_2 says,", lambda: follow("ENDS_IN_2", 2))
