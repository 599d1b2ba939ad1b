"""Programs with one thing in them taken out or weakened: what a check that is worth its name refuses.

mutmut and cosmic-ray change operators and constants, and judge each mutant by a run of all tests of a project in new
processes. What matters in these exercises they do not touch: a lock of a `with`, a `finally`, a `while` that must not
be an `if`, a call of `join`, `wait` or `notify_all`.
"""

import ast
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass

WEAKER = {"notify_all": "notify", "RLock": "Lock"}
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mod: ast.Mult,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
}


@dataclass(frozen=True)
class Mutant:
    """A program, and in words what was done to it: the line, how it reads, and how it read."""

    said: str
    source: str


def without_main(source: str) -> str:
    """A program without what it does only when it is run itself, if this is its end: a guard, and `main` before it."""
    lines, (*before, last) = source.splitlines(keepends=True), ast.parse(source).body
    if not isinstance(last, ast.If) or "__name__" not in ast.unparse(last.test):
        return source
    is_main = before and isinstance(before[-1], ast.FunctionDef) and before[-1].name == "main"
    return "".join(lines[: (before[-1] if is_main else last).lineno - 1])


def mutants(source: str) -> Iterator[Mutant]:
    """All mutants of a program, each once, none of them the program itself."""
    tree = ast.parse(source)
    known = {ast.unparse(tree)}
    for at, node in enumerate(ast.walk(tree)):
        for which in range(len([*_changes(copy.deepcopy(node))])):
            mutated = copy.deepcopy(tree)
            target = [*ast.walk(mutated)][at]
            what, instead = [*_changes(target)][which]
            text = ast.unparse(ast.fix_missing_locations(_replaced(mutated, target, instead)))
            if text not in known:
                known.add(text)
                yield Mutant(f"line {getattr(node, 'lineno', 0)}: {what}", text + "\n")


def without_words(source: str) -> Iterator[Mutant]:
    """All mutants of a program of which the texts are the answer: a word of one is left out, or a sign of one word."""
    tree = ast.parse(source)
    known = {ast.unparse(tree)}
    told_of = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told_of:
            whole = node.value
            for part in re.finditer(r"\S+" if len(whole.split()) > 1 else r"\S", whole):
                node.value = whole[: part.start()] + whole[part.end() :]
                text = ast.unparse(tree)
                if text not in known:
                    known.add(text)
                    yield Mutant(f"line {node.lineno}: without `{part.group()}` at {part.start()}", text + "\n")
            node.value = whole


def _replaced(tree: ast.AST, target: ast.AST, instead: list[ast.stmt] | ast.AST) -> ast.AST:
    """The tree with something in the place of a node of it."""

    class Replace(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST | list[ast.stmt]:
            if node is target:
                return instead
            self.generic_visit(node)
            return node

    Replace().visit(tree)
    return tree


def _changes(node: ast.AST) -> Iterator[tuple[str, list[ast.stmt] | ast.AST]]:
    """What may be done to a node: in words, and what stands in its place then."""
    if isinstance(node, ast.stmt):
        yield from _changes_of_a_statement(node)
    elif isinstance(node, ast.expr):
        yield from _changes_of_an_expression(node)


def _changes_of_a_statement(node: ast.stmt) -> Iterator[tuple[str, list[ast.stmt] | ast.AST]]:
    if isinstance(node, ast.With):
        for item in node.items:
            rest = [one for one in node.items if one is not item]
            left: list[ast.stmt] = [ast.With(rest, node.body)] if rest else node.body
            yield f"without `with {ast.unparse(item)}`", left
    elif isinstance(node, ast.Try) and node.finalbody:
        yield "without `finally`", [*node.body, *node.finalbody]
    elif isinstance(node, ast.While):
        yield f"`if {ast.unparse(node.test)}` for `while`", ast.If(node.test, node.body, [])
        yield f"without `while {ast.unparse(node.test)}`", [ast.Pass()]
    elif isinstance(node, ast.If):
        yield f"without `if {ast.unparse(node.test)}`", node.orelse or [ast.Pass()]
        yield f"always `if {ast.unparse(node.test)}`", node.body
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield f"without `{ast.unparse(node)}`", [ast.Pass()]
    elif isinstance(node, ast.Return) and node.value:
        yield f"nothing for `{ast.unparse(node)}`", ast.Return(None)
    elif isinstance(node, ast.AugAssign) and type(node.op) in RECKONED:
        yield (
            f"`{ast.unparse(node.target)}` the other way",
            ast.AugAssign(node.target, RECKONED[type(node.op)](), node.value),
        )
        yield f"without `{ast.unparse(node)}`", [ast.Pass()]


def _changes_of_an_expression(node: ast.expr) -> Iterator[tuple[str, ast.AST]]:
    was = ast.unparse(node)
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        changed = ast.Compare(node.left, [COMPARED[type(node.ops[0])](), *node.ops[1:]], node.comparators)
        yield f"`{ast.unparse(changed)}` for `{was}`", changed
    elif isinstance(node, ast.BinOp) and type(node.op) in RECKONED:
        changed_sum = ast.BinOp(node.left, RECKONED[type(node.op)](), node.right)
        yield f"`{ast.unparse(changed_sum)}` for `{was}`", changed_sum
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"`{not node.value}` for `{was}`", ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield f"`{node.value + 1}` for `{was}`", ast.Constant(node.value + 1)
    elif isinstance(node, ast.Attribute) and node.attr in WEAKER:
        weaker = ast.Attribute(node.value, WEAKER[node.attr], node.ctx)
        yield f"`{ast.unparse(weaker)}` for `{was}`", weaker
    elif isinstance(node, ast.Call):
        for one in [*node.args, *node.keywords]:
            args = [arg for arg in node.args if arg is not one]
            keywords = [keyword for keyword in node.keywords if keyword is not one]
            fewer = ast.Call(node.func, args, keywords)
            yield f"`{ast.unparse(fewer)}` for `{was}`", fewer
