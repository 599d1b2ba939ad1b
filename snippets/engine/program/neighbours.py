"""The files of a lesson that a program names, by importing them or in a string, however deep."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path


def named(program: Path, source: str) -> set[Path]:
    """The files in the folder of a program that it names, and those that these name.

    One too many costs another run at worst; one too few, and an old run is shown. So a string that holds the name of a
    file or a folder counts as a use of it, and in a text that this Python cannot read each word does.
    """
    folder = program.parent
    neighbours = [path for path in folder.iterdir() if path != program and path.name != "__pycache__"]
    found: set[Path] = set()
    waiting = [(program, source)]
    while waiting:
        path, text = waiting.pop()
        if any(neighbour.stem in text for neighbour in neighbours) or path != program:
            new = set(_named(path, text, folder, neighbours)) - found
            found |= new
            waiting += [(file, file.read_text("utf-8", "replace")) for file in new if file.suffix == ".py"]
    return found


def _named(path: Path, text: str, folder: Path, neighbours: list[Path]) -> Iterator[Path]:
    """The files that one file names itself."""
    try:
        tree = ast.parse(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    except (SyntaxError, ValueError):  # written for another Python, or wrong on purpose
        strings = re.findall(r"[\w.-]+", text)
    else:
        constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        strings = [value for value in constants if isinstance(value, str)]
        for base, module in _imports(tree, path, folder):
            yield from _files_of(base, module)
    for string in strings:
        yield from _files_of(folder, string)
        for neighbour in neighbours:
            if neighbour.name in string:
                yield from [neighbour] if neighbour.is_file() else _files_in(neighbour)


def _imports(tree: ast.AST, path: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    """The modules that are imported, and the folder where each is looked for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((folder, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = path.parents[node.level - 1] if node.level else folder
            for alias in node.names:
                yield base, ".".join(name for name in (node.module, alias.name) if name and name != "*")


def _files_of(folder: Path, module: str) -> Iterator[Path]:
    """The files that a module of a dotted name consists of, if it is in this folder."""
    if not re.fullmatch(r"\w+(\.\w+)*", module):
        return
    for part in module.split("."):
        folder = folder / part
        yield from (file for file in (Path(f"{folder}.py"), folder / "__init__.py") if file.is_file())


def _files_in(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
