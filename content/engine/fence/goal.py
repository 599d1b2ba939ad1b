"""What an order has to come to, as a fence says by `goal`: a condition on the shared names and what was printed.

`sold == 1`, `account.balance < 0`, `output.count('sold') == 2`, `deadlock`: an expression as Python has it, on the
shared names of the program, on `output`, all that it printed, and on `deadlock`, whether nobody could go on.
"""

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from simpleeval import EvalWithCompoundTypes, InvalidExpression

from snippets.engine.orders.actor import STUCK
from snippets.engine.runs.orders import Orders


def reached(goal: str, orders: Orders) -> list[int]:
    """The numbers of the outcomes that are what a goal asks for."""
    if not goal:
        return []
    outcomes = enumerate(orders.graph["outcomes"])
    return [number for number, outcome in outcomes if _holds(goal, _names(outcome, orders.graph))]


def wrong(goal: str, orders: Orders | None) -> Iterator[tuple[str, str]]:
    """The complaint and the advice on a goal that cannot be looked at."""
    try:
        if orders and orders.graph:
            reached(goal, orders)
    except (InvalidExpression, SyntaxError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        shared = {name for value in (orders.graph["shared"] if orders else ()) for name, _ in value}
        known = ", ".join(sorted({*shared, "output", "deadlock"}))
        yield f'goal="{goal}" cannot be looked at: {error}.', f"Write an expression of Python on {known}."


def _holds(goal: str, names: Mapping[str, Any]) -> bool:
    return bool(EvalWithCompoundTypes(names=dict(names), functions={"len": len, "sum": sum}).eval(goal))


def _names(outcome: Any, graph: Mapping[str, Any]) -> dict[str, Any]:
    """The values that an expression may name; what is below `account` is a mapping, whose items it takes as names."""
    end, state, *_ = outcome
    _, shared, _, output = graph["states"][state]
    found: dict[str, Any] = {"deadlock": end == STUCK, "output": graph["outputs"][output]}
    for name, text in graph["shared"][shared]:
        *above, last = name.split(".")
        place = found
        for part in above:
            place = place.setdefault(part, {})
        place[last] = _value(text)
    return found


def _value(text: str) -> Any:
    """The value that was told as this text; the text where it is no literal, such as that of an object."""
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
