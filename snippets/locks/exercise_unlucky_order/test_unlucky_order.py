"""The check of `unlucky_order`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`."""

import hashlib
import linecache
import os
import traceback
from pathlib import Path
from typing import Any

from called import expect, outcome

HERE = Path(__file__).parent
DESKS = (1, 2)
AS_IT_WAS = "fee70526205fd978"  # how the digest of the program begins


def order_of_the_answer() -> str:
    """The text that the learner wrote."""
    names: dict[str, object] = {}
    answer, failed = HERE / "unlucky_order.py", ""
    try:
        code = compile(answer.read_text(encoding="utf-8"), str(answer), "exec")
        outcome(f"{answer.name}, which gives ORDER,", lambda: exec(code, names))
    except SyntaxError as error:
        failed = f"is no Python yet: {error.msg}\n  line {error.lineno}: {(error.text or '').strip()}"
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(answer)]
        told = [f"\n  line {line}: {linecache.getline(str(answer), line).strip()}" for line in lines[-1:] if line]
        failed = f"cannot be read: {type(error).__name__}: {error}{''.join(told)}"
    expect(not failed, f"{answer.name}, which gives ORDER, {failed}")
    expect("ORDER" in names, f"{answer.name} has no ORDER any more")
    order = names["ORDER"]
    expect(isinstance(order, str), f"ORDER is a text, such as '111222', not {order!r}")
    expect(order != "TODO", "ORDER is still to be found: write a 1 for each step of desk 1, and a 2 for each of desk 2")
    numbers = "".join(str(order).split())  # which may stand in groups, or in lines
    expect({*numbers} <= {"1", "2"}, f"ORDER is made of 1 and 2, a number for each step, not {order!r}")
    return numbers


def test_the_last_seat_is_sold_twice() -> None:
    expect(hasattr(os, "fork"), "ORDER cannot be tried here: this system has no os.fork(). On Windows, use WSL.")
    order = order_of_the_answer()
    program = (HERE / "last_seat.py").read_text(encoding="utf-8")
    is_left = hashlib.sha256(program.encode()).hexdigest().startswith(AS_IT_WAS)
    expect(is_left, "ORDER is for last_seat.py as it was, and it was changed: take it from the zip again, and leave it")
    picks = tuple(map(int, order))
    took = steps_taken(picks)
    end = state_after(picks[:took])
    if took < len(picks):
        cannot = f"desk {picks[took]} cannot take step {took + 1}: it {doing(end, picks[took])}"
        expect(False, f"ORDER cannot be: {cannot}.")
    left = [number for number in DESKS if end["threads"][number - 1][1] != "done"]
    told = ", and ".join(f"desk {number} {doing(end, number)}" for number in left)
    expect(not left, f"ORDER does not go on to the end: after these {took} steps {told}.")
    guests = dict(end["shared"])["guests"].strip("[]'").replace("', '", " and ")
    expect(" and " in guests, f"ORDER is a lucky one: the last seat is sold once, to {guests}.")


def run(picks: tuple[int, ...]) -> Any:
    """The program's run with these steps, which goes on by itself after them; None if they cannot be taken so."""
    from orders.run import run as run_order  # here, since it needs what Windows does not have
    from orders.stepped import UnexplorableError, load

    program = load(HERE / "last_seat.py", "last_seat.py", ["sell"], ["seats", "guests"])
    try:
        told = run_order(program, picks)
    except UnexplorableError:
        return None
    return told if told.picks[: len(picks)] == picks else None


def steps_taken(picks: tuple[int, ...]) -> int:
    """How many of these steps could be taken."""
    could, could_not = 0, len(picks) + 1
    while could_not - could > 1:
        middle = (could + could_not) // 2
        could, could_not = (middle, could_not) if run(picks[:middle]) else (could, middle)
    return could


def state_after(picks: tuple[int, ...]) -> Any:
    """What could be seen after these steps, in a run that went on by itself."""
    return run(picks).states[len(picks)]


def doing(state: Any, number: int) -> str:
    """What a desk does, in words."""
    _, status, line, _, _, waits = state["threads"][number - 1]
    if status == "waits":
        return f"waits for {waits[0]}, which {waits[1]} holds"
    return "is done" if status == "done" else f"is at line {line} of last_seat.py"
