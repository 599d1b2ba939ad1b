"""A program that is stepped: which of its functions are, and where a line of theirs is more than one step."""

import ast
import dis
import linecache
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Lines = Mapping[int, int]
Access = tuple[str, str]  # "read", "write" or neither, and what
ITEM = "[]"


class UnexplorableError(Exception):
    """Raised where the orders of a program cannot be run: what is wrong, and what to do."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what, do)
        self.what = what
        self.do = do

    def __str__(self) -> str:
        return f"{self.what} {self.do}"


@dataclass(frozen=True)
class Stepped:
    """A program whose threads are held at each step of the functions that `codes` are the code of.

    `shared` are the names that are watched, such as `sold` or `account.balance`. `first` has for each line the first
    of its statement, `withs` for that of a `with` the last of its body, `splits` for each code the places within lines,
    such as `write sold`, by the instruction before which they are.
    """

    path: str
    code: types.CodeType
    codes: frozenset[types.CodeType]
    shared: tuple[str, ...]
    first: Lines
    withs: Lines
    splits: Mapping[types.CodeType, Mapping[int, str]]


def load(path: Path, shown: str, steps: Sequence[str], shared: Sequence[str]) -> Stepped:
    """Compile the program at `path`, which is called `shown` in its tracebacks.

    Raises UnexplorableError where it has no function of a name in `steps`, and SyntaxError.
    """
    text = path.read_text(encoding="utf-8-sig")
    tree = ast.parse(text, shown)
    whole = compile(tree, shown, "exec")
    linecache.cache[shown] = (len(text), None, text.splitlines(keepends=True), shown)
    names = {code: {code.co_name, code.co_qualname.replace("<locals>.", "")} for code in _codes(whole)}
    known = {name for some in names.values() for name in some if not name.startswith("<")}
    for name in steps:
        if name not in known:
            raise UnexplorableError(f"It has no function '{name}' to step.", f"Known: {', '.join(sorted(known))}.")
    codes = frozenset(code for code, some in names.items() if some & set(steps))
    first = dict(_statements(tree))
    withs = {node.lineno: node.end_lineno or 0 for node in ast.walk(tree) if isinstance(node, ast.With)}
    splits = {code: _splits(code, first, shared) for code in codes}
    return Stepped(shown, whole, codes, tuple(shared), first, withs, splits)


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            yield inner
            yield from _codes(inner)


def _statements(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Each line of a statement, or of the head of a compound one, and the first of these."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            inner = (one.lineno for one in ast.iter_child_nodes(node) if isinstance(one, ast.stmt | ast.ExceptHandler))
            last = min([node.end_lineno or node.lineno, *(line - 1 for line in inner)])
            yield from ((line, node.lineno) for line in range(node.lineno, last + 1))


def _splits(code: types.CodeType, first: Lines, shared: Sequence[str]) -> dict[int, str]:
    """The places within the lines that read and write a shared name, by the offset of the instruction before which."""
    splits: dict[int, str] = {}
    for line in _by_statement(code, first).values():
        accesses = _of_one_kind([_access(one, shared) for one in line])
        if not {"read", "write"} <= {kind for kind, _ in accesses}:
            continue
        for place, (kind, name) in enumerate(accesses):
            if kind == "write":
                splits[line[place].offset] = f"write {name}"
            elif kind == "read" and place + 1 < len(line):
                splits.setdefault(line[place + 1].offset, f"read {name}")
    return splits


def _by_statement(code: types.CodeType, first: Lines) -> dict[int, list[dis.Instruction]]:
    line_of = {offset: line for start, end, line in code.co_lines() if line for offset in range(start, end)}
    found: dict[int, list[dis.Instruction]] = {}
    for one in dis.get_instructions(code):
        if line := line_of.get(one.offset):
            found.setdefault(first.get(line, line), []).append(one)
    return found


def _access(one: dis.Instruction, shared: Sequence[str]) -> Access:
    """Whether an instruction reads or writes a shared name, or an item of whatever there is."""
    kind, _, what = one.opname.partition("_")
    if one.opname in ("BINARY_SUBSCR", "STORE_SUBSCR") or (one.opname == "BINARY_OP" and one.argrepr == ITEM):
        return "write" if kind == "STORE" else "read", ITEM
    known: set[str] = set()
    if what == "ATTR":
        known = {name.rpartition(".")[2] for name in shared}
    elif what in ("GLOBAL", "NAME", "DEREF"):
        known = {name for name in shared if "." not in name}
    return ({"LOAD": "read", "STORE": "write"}[kind], one.argval) if one.argval in known else ("", "")


def _of_one_kind(accesses: list[Access]) -> list[Access]:
    """Of a line that stores an item, the accesses to items; of any other, those to names."""
    names = [name for kind, name in accesses if kind and name != ITEM]
    if ("write", ITEM) in accesses and names:
        return [(kind, names[0]) if name == ITEM else ("", "") for kind, name in accesses]
    return [("", "") if name == ITEM else (kind, name) for kind, name in accesses]
