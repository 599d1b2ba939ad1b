"""A goal is a condition on what the orders of a program come to."""

import pytest

from content.engine.fence.goal import reached, wrong
from snippets.engine.runs.orders import Orders

KNOWN = "Write an expression of Python on account.balance, deadlock, guests, output, sold."


def orders(*ends: tuple[str, dict[str, str], str]) -> Orders:
    """Orders that end so: how, with which shared names, and what was printed."""
    return Orders(
        "3.13.0",
        {
            "outcomes": [[how, number, 1, "12"] for number, (how, _, _) in enumerate(ends)],
            "states": [[[], number, 0, number] for number in range(len(ends))],
            "shared": [[*shared.items()] for _, shared, _ in ends],
            "outputs": [output for *_, output in ends],
        },
    )


BOTH = orders(
    ("ended", {"sold": "1", "guests": "['Ann']", "account.balance": "-5"}, "sold: 1\n"),
    ("ended", {"sold": "2", "guests": "['Ann', 'Ben']", "account.balance": "5"}, "sold: 2\nsold out\n"),
    ("deadlock", {"sold": "0", "guests": "[]", "account.balance": "0"}, ""),
)


@pytest.mark.parametrize(
    ("goal", "numbers"),
    [
        ("sold == 1", [0]),
        ("sold > 0", [0, 1]),
        ("len(guests) == 2 and 'Ben' in guests", [1]),
        ("account.balance < 0", [0]),
        ("output.count('sold') == 2", [1]),
        ("'out' in output", [1]),
        ("deadlock", [2]),
        ("not deadlock and sold == 2", [1]),
        ("sold == 3", []),
        ("", []),
    ],
)
def test_a_goal_finds_the_outcomes_that_are_it(goal: str, numbers: list[int]) -> None:
    assert reached(goal, BOTH) == numbers


def test_a_value_that_is_no_literal_is_its_text() -> None:
    found = orders(("ended", {"shelf": "deque(['rye'])"}, ""))
    assert reached("'rye' in shelf", found) == [0]


@pytest.mark.parametrize("goal", ["sold == 1", "deadlock", ""])
def test_a_goal_that_can_be_looked_at_is_no_mistake(goal: str) -> None:
    assert list(wrong(goal, BOTH)) == []


@pytest.mark.parametrize(
    "goal",
    ["tickets == 1", "sold ==", "sold + guests == 1", "guests[7] == 1", "sold / 0", "__import__('os')", "open('x')"],
)
def test_a_goal_that_cannot_be_looked_at_is_told_with_the_names_that_there_are(goal: str) -> None:
    [(complaint, advice)] = wrong(goal, BOTH)
    assert complaint.startswith(f'goal="{goal}" cannot be looked at: ')
    assert advice == KNOWN


def test_where_no_orders_could_be_run_a_goal_is_not_looked_at() -> None:
    assert list(wrong("tickets == 1", Orders())) == list(wrong("tickets == 1", None)) == []
