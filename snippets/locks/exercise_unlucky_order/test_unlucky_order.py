"""The check of `unlucky_order`: plain `pytest` in this folder runs it."""

from pathlib import Path
from typing import Any

import pytest
import unlucky_order
from orders.run import run
from orders.stepped import UnexplorableError, load

PROGRAM = load(Path(__file__).with_name("last_seat.py"), "last_seat.py", ["sell"], ["seats", "guests"])


def test_the_last_seat_is_sold_twice() -> None:
    order = unlucky_order.ORDER
    if not isinstance(order, str):
        pytest.fail(f"ORDER is a text, such as '111222', not {order!r}", pytrace=False)
    if not set(order) <= {"1", "2"}:
        pytest.fail(f"ORDER is made of 1 and 2, a number for each step, not {order!r}", pytrace=False)
    picks = tuple(map(int, order))
    took = steps_taken(picks)
    end = state_after(picks[:took])
    if took < len(picks):
        pytest.fail(
            f"ORDER cannot be: desk {picks[took]} cannot take step {took + 1}: it {doing(end, picks[took])}.",
            pytrace=False,
        )
    left = [number for number in (1, 2) if end["threads"][number - 1][1] != "done"]
    if left:
        told = ", and ".join(f"desk {number} {doing(end, number)}" for number in left)
        pytest.fail(f"ORDER does not go on to the end: after these {took} steps {told}.", pytrace=False)
    guests = dict(end["shared"])["guests"].strip("[]'").replace("', '", " and ")
    if " and " not in guests:
        pytest.fail(f"ORDER is a lucky one: the last seat is sold once, to {guests}.", pytrace=False)


def steps_taken(picks: tuple[int, ...]) -> int:
    """How many of these steps could be taken."""
    for count in range(len(picks), 0, -1):
        try:
            if run(PROGRAM, picks[:count]).picks[:count] == picks[:count]:
                return count
        except UnexplorableError:
            continue
    return 0


def state_after(picks: tuple[int, ...]) -> Any:
    """What could be seen after these steps, in a run that went on by itself."""
    return run(PROGRAM, picks).states[len(picks)]


def doing(state: Any, number: int) -> str:
    """What a desk does, in words."""
    _, status, line, _, _, waits = state["threads"][number - 1]
    if status == "waits":
        return f"waits for {waits[0]}, which {waits[1]} holds"
    return "is done" if status == "done" else f"is at line {line} of last_seat.py"
