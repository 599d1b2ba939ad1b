"""All orders of a program as one graph: states are nodes, steps lead from one to the next.

Two states are one node only if all that was seen is the same, and all that can follow: nothing is taken for the same
that was not seen to be.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from .actor import Order


def graph(orders: Sequence[Order]) -> dict[str, Any]:
    """The graph of all orders of a program, ready for JSON.

    `nodes`: for each its state, the nodes to which steps lead by the number of who takes them, and at an end its
    outcome; `root`: the node of the beginning. `states`: what each thread shows, the shared names, the locks, and the
    output, as places in `views`, `shared`, `locks` and `outputs`. `threads`: the names, by number. `outcomes`, the most
    frequent first: how it ends, its state, how many orders come to it, and the one of them in which it changes least
    often who takes a step. Outcomes are the same where the way to end, the output and the shared names are.
    """
    tables = _Tables()
    ends = _ends(orders)
    nodes: dict[Any, int] = {}
    of_prefix: dict[tuple[int, ...], int] = {}
    for prefix, (state, end) in sorted(_prefixes(orders).items(), key=lambda one: -len(one[0])):
        steps = {pick: of_prefix[*prefix, pick] for pick in range(1, 10) if (*prefix, pick) in of_prefix}
        outcome = list(ends).index(_end(end, state)) if end else None
        of_prefix[prefix] = nodes.setdefault((tables.state(state), tuple(steps.items()), outcome), len(nodes))
    return {
        "threads": [view[0] for view in max((order.states[-1]["threads"] for order in orders), key=len)],
        "nodes": [[state, dict(steps), outcome] for state, steps, outcome in nodes],
        "root": of_prefix[()],
        "outcomes": [_outcome(same, tables) for same in ends.values()],
        **tables.told(),
    }


def _prefixes(orders: Iterable[Order]) -> dict[tuple[int, ...], tuple[Any, str]]:
    """The state after each beginning of an order, and how it ended, if it did."""
    found = {}
    for order in orders:
        for count, state in enumerate(order.states):
            found[order.picks[:count]] = state, order.end if count == len(order.picks) else ""
    return found


def _ends(orders: Iterable[Order]) -> dict[str, list[Order]]:
    """The orders by what they come to, the most frequent first."""
    ends: dict[str, list[Order]] = {}
    for order in orders:
        ends.setdefault(_end(order.end, order.states[-1]), []).append(order)
    return dict(sorted(ends.items(), key=lambda one: -len(one[1])))


def _end(end: str, state: Any) -> str:
    return json.dumps([end, state["shared"], state["output"]])


def _outcome(same: Sequence[Order], tables: "_Tables") -> Any:
    simplest = min(same, key=lambda order: (_switches(order.picks), order.picks))
    return [simplest.end, tables.state(simplest.states[-1]), len(same), "".join(map(str, simplest.picks))]


def _switches(picks: Sequence[int]) -> int:
    return sum(before != after for before, after in pairwise(picks))


class _Tables:
    """What states consist of, each thing once."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, int]] = {}

    def state(self, state: Any) -> int:
        """The number of a state."""
        views = [self._number("views", view[1:]) for view in state["threads"]]
        rest = (("shared", state["shared"]), ("locks", state["locks"]), ("outputs", state["output"]))
        return self._number("states", [views, *(self._number(name, value) for name, value in rest)])

    def _number(self, name: str, value: Any) -> int:
        table = self._tables.setdefault(name, {})
        return table.setdefault(json.dumps(value), len(table))

    def told(self) -> dict[str, list[Any]]:
        """All tables, by name."""
        return {name: [json.loads(text) for text in table] for name, table in self._tables.items()}


def count(nodes: Sequence[Any], root: int) -> int:
    """How many orders lead from a node to an end."""
    counts: Counter[int] = Counter()
    for number, (_, steps, _) in enumerate(nodes):  # later steps come first
        counts[number] = sum(counts[after] for after in steps.values()) or 1
    return counts[root]
