"""What a program begins with for Python's sake, docstring and imports: slides show it only where it is asked for."""

import ast
from collections.abc import Iterable


def first_line(source: str, named: Iterable[int]) -> int:
    """The line of a program, from 1, that a slide shows first: that below the docstring and the imports at its top.

    `named` are lines that the slide speaks of: with one among the imports it begins there. A program that is nothing
    but these, or that Python cannot read, begins at 1.
    """
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return 1
    head = [statement for statement in statements[:1] if _is_text(statement)]
    for statement in statements[len(head) :]:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            break
        head.append(statement)
    if len(head) == len(statements):
        return 1
    while head and head[-1].end_lineno == statements[len(head)].lineno:  # a statement behind it stands on its line
        head.pop()
    if not head:
        return 1
    lines = source.split("\n")
    below = head[-1].end_lineno or 0
    first = next(number for number, line in enumerate(lines[below:], below + 1) if line.strip())
    return min([first, *named])


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )
