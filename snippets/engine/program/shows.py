"""What a program that measures has to show: an expression on the numbers that its output names.

A line of output that begins with a name, a colon or none, and a number names that number: `two processes: 1.75 s` is
`two_processes`, and `process (fork)  3.1 ms` is `process_fork`. Of several lines with one name the first counts.
Of a timeline, `together` are the seconds in which two lanes or more ran at the same time, and `ran` those of all lanes.
`free_threaded` is 1 on a Python without the GIL, and 0 on others.
"""

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

NAMED = re.compile(r"(?P<name>[^\W\d][^:\d]*?)(?::|(?<=\S)(?=\s))\s*(?P<number>-?\d+(?:\.\d+)?)(?![.,]?\d).*")
HOW = "Compare numbers by their names, such as 'two_processes >= 1.3 * two_threads'."

OPERATORS: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.USub: operator.neg,
    ast.Not: operator.not_,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
JOINING: dict[type[ast.AST], Callable[..., bool]] = {ast.And: all, ast.Or: any}

OF_TIMELINE = frozenset({"together", "ran"})
Numbers = Mapping[str, float]


def wrong(expression: Any) -> Iterator[tuple[str, str]]:
    """The complaint and the advice on an expression that cannot be; nothing on what is no text."""
    if not isinstance(expression, str) or not expression:
        return
    try:
        tree = ast.parse(expression.strip(), mode="eval")
        _value(tree.body, dict.fromkeys(names(expression), 1.0))
    except (SyntaxError, ValueError, RecursionError) as error:
        yield f"'shows' is {expression!r}, which is not understood: {error}.", HOW
    except ZeroDivisionError:
        return  # with these numbers, which are none of a run's
    else:
        if not isinstance(tree.body, ast.Compare | ast.BoolOp | ast.UnaryOp):
            yield f"'shows' is {expression!r}, which compares nothing.", HOW


def is_of_timeline(expression: Any) -> bool:
    """Whether an expression, if it can be understood, is about a timeline."""
    try:
        return isinstance(expression, str) and not OF_TIMELINE.isdisjoint(names(expression))
    except (SyntaxError, ValueError):
        return False


def names(expression: str) -> list[str]:
    """The names of the numbers that an expression is about, sorted."""
    tree = ast.parse(expression.strip() or "0", mode="eval")
    return sorted({node.id for node in ast.walk(tree) if isinstance(node, ast.Name)})


def holds(expression: str, numbers: Numbers) -> bool:
    """Whether numbers show what they have to. Where one of them is missing, or something is divided by 0, they do not.

    The expression is walked, node by node, and never run: it has names, numbers, + - * /, comparisons, and, or, not.
    """
    try:
        return bool(_value(ast.parse(expression.strip(), mode="eval").body, numbers))
    except (LookupError, ZeroDivisionError):
        return False


def _value(node: ast.expr, numbers: Numbers) -> float | bool:
    """Raises ValueError for what an expression may not have, LookupError for a name without a number."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return value
        case ast.Name(id=name):
            return numbers[name]
        case ast.UnaryOp(op=op, operand=operand) if type(op) in OPERATORS:
            return float(OPERATORS[type(op)](_value(operand, numbers)))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return float(OPERATORS[type(op)](_value(left, numbers), _value(right, numbers)))
        case ast.BoolOp(op=op, values=values):
            return JOINING[type(op)]([_value(value, numbers) for value in values])
        case ast.Compare(left=left, ops=ops, comparators=comparators) if all(type(op) in OPERATORS for op in ops):
            found = [_value(one, numbers) for one in (left, *comparators)]
            return all(OPERATORS[type(op)](*pair) for op, pair in zip(ops, pairwise(found), strict=True))
    raise ValueError(f"no '{ast.unparse(node)}' here")


def named(output: str) -> dict[str, float]:
    """The numbers that an output names."""
    found: dict[str, float] = {}
    for line in output.splitlines():
        if match := NAMED.fullmatch(line):
            name = re.sub(r"\W+", "_", match["name"].lower()).strip("_")
            found.setdefault(name, float(match["number"]))
    return found
