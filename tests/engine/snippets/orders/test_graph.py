"""All orders as one graph."""

import json
from typing import Any

from snippets.engine.orders.actor import Order
from snippets.engine.orders.graph import count, graph


def order(picks: str, end: str = "ended") -> Order:
    """An order of which nothing can be seen but how often each has taken a step."""
    prefixes = [picks[:n] for n in range(len(picks) + 1)]
    states: list[Any] = [
        {
            "threads": [[name, "ready", done.count(name), "", [], None] for name in "12"],
            "shared": [],
            "locks": [],
            "output": "over" * (done == picks),
        }
        for done in prefixes
    ]
    return Order(tuple(map(int, picks)), tuple((1, 2) for _ in picks), tuple(states), end, "over")


ALL = [order(picks) for picks in ("1122", "1212", "1221", "2112", "2121", "2211")]


def test_states_that_are_seen_alike_and_go_on_alike_are_one_node() -> None:
    found = graph(ALL)
    assert len(found["nodes"]) == 9
    assert count(found["nodes"], found["root"]) == 6


def test_states_that_are_seen_alike_and_go_on_differently_are_two() -> None:
    found = graph([*ALL[:5], order("2211", "deadlock")])
    assert len(found["nodes"]) > 9
    assert [outcome[:1] + outcome[2:] for outcome in found["outcomes"]] == [
        ["ended", 5, "1122"],
        ["deadlock", 1, "2211"],
    ]


def test_an_outcome_leads_to_the_order_that_changes_least_often() -> None:
    assert [outcome[3] for outcome in graph(ALL[1:5])["outcomes"]] == ["1221"]


def test_an_end_knows_its_outcome_and_all_else_has_none() -> None:
    found = graph(ALL)
    assert [outcome for _, steps, outcome in found["nodes"] if not steps] == [0]
    assert {outcome for _, steps, outcome in found["nodes"] if steps} == {None}


def test_a_graph_is_ready_for_json() -> None:
    assert count(json.loads(json.dumps(graph(ALL)))["nodes"], graph(ALL)["root"]) == 6
