"""Where a thread is held: at lines, and at places within lines."""

from tests.support.orders import Explorer

ALONE = """\
import threading

total = 0

def work():
    {body}

threading.Thread(target=work).start()
"""


def lines(explore: Explorer, body: str, shared: str = "total") -> list[tuple[int, str]]:
    """Where the only thread of a program is before each of its steps."""
    found = explore(ALONE.format(body=body), ["work"], [shared])
    order = "1" * (len(found.graph["nodes"]) - 1)
    return [(view[2], view[3]) for state in found.states(order) for view in state["threads"] if view[1] == "ready"]


def test_each_line_that_is_run_is_a_step(explore: Explorer) -> None:
    assert lines(explore, "one = 1\n    if one > 1:\n        one = 2\n    return one") == [(6, ""), (7, ""), (9, "")]


def test_a_loop_comes_to_its_first_line_again(explore: Explorer) -> None:
    assert lines(explore, "for _ in range(2):\n        pass") == [(6, ""), (7, ""), (6, ""), (7, ""), (6, "")]


def test_a_statement_of_several_lines_is_one_step(explore: Explorer) -> None:
    assert lines(explore, "print(\n        1,\n        2,\n    )") == [(6, "")]


def test_a_line_that_reads_and_writes_is_held_in_between(explore: Explorer) -> None:
    assert lines(explore, "global total\n    total += 1") == [(7, ""), (7, "read total"), (7, "write total")]


def test_a_call_of_a_function_that_is_not_stepped_is_one_step(explore: Explorer) -> None:
    assert lines(explore, "sorted([2, 1], key=str)\n    print(1)") == [(6, ""), (7, "")]
