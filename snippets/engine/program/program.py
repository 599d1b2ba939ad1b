"""A program of a lesson: what its readers see, its named parts, and the files that its run depends on."""

import ast
import hashlib
import io
import os
import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from snippets.engine.program.declaration import Declaration, split
from snippets.engine.program.problem import Problem, ProblemError, near

Parts = Mapping[str, tuple[int, int]]  # first and last line, from 1 in what readers see, by name
MARK = re.compile(r"\s*# --8<-- \[(start|end):([\w-]+)\]\s*")


@dataclass(frozen=True)
class Program:
    """A file below `snippets/`, `name` being its path there; `marked` has the sections that are marked in it.

    `numbers` has the line that each line of `source` is in the file, from 1.
    """

    path: Path
    name: str
    source: str
    declaration: Declaration
    marked: Parts
    digest: str  # of the whole file
    numbers: tuple[int, ...] = ()

    @property
    def parts(self) -> Parts:
        """Its sections, functions, classes and methods."""
        return {**_definitions(self.source), **self.marked}

    @cached_property
    def dependencies(self) -> tuple[Path, ...]:
        """The files that its run depends on: those of its lesson that it names, however deep, and declared ones."""
        declared = {self.path.parent / name for name in self.declaration.files}
        return tuple(sorted((declared | _neighbours(self.path, self.source)) - {self.path}))

    def lines_of(self, part: str) -> tuple[int, int]:
        """First and last line of a part, from 1 in `source`. Raises LookupError with advice where there is none."""
        parts = self.parts
        if part not in parts:
            raise LookupError(f"No part '{part}' in {self.name}. {near(part, parts)}")
        return parts[part]

    def text_of(self, part: str) -> str:
        """The lines of a part, moved to the left margin."""
        first, last = self.lines_of(part)
        lines = self.source.split("\n")[first - 1 : last]
        margin = min((len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()), default=0)
        return "\n".join(line[margin:] for line in lines) + "\n"


def read(folder: Path, name: str) -> Program:
    """Read the program called `name` below `folder`.

    Raises ProblemError for a run block or section marks that are wrong; OSError where there is no such file.
    """
    path = folder / name
    shown_path = f"{folder.name}/{name}"
    data = path.read_bytes()
    try:
        whole = io.StringIO(data.decode("utf-8-sig"), newline=None).read()
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ProblemError(Problem(shown_path, line, "The program is not UTF-8.", "Save it as UTF-8.")) from None
    source, declaration, marked, numbers = _parsed(whole, shown_path)
    _check_files(declaration.files, path, folder)
    return Program(path, name, source, declaration, marked, hashlib.sha256(data).hexdigest(), numbers)


def _check_files(files: Sequence[str], program: Path, folder: Path) -> None:
    """Raise ProblemError if one is not there, or not below the folder of all lessons."""
    shown_path = f"{folder.name}/{program.relative_to(folder).as_posix()}"
    outside = [name for name in files if os.path.isabs(name) or not _is_within(program.parent / name, folder)]
    if outside:
        what = f"The file '{outside[0]}' is not in {folder.name}/."
        raise ProblemError(Problem(shown_path, 1, what, "Put it beside the program, or below another lesson."))
    missing = [name for name in files if not (program.parent / name).is_file()]
    if missing:
        present = [file.name for file in program.parent.iterdir() if file.is_file() and file != program]
        raise ProblemError(Problem(shown_path, 1, f"No file '{missing[0]}' beside it.", near(missing[0], present)))


def _is_within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


@lru_cache(maxsize=1024)
def _parsed(text: str, path: str) -> tuple[str, Declaration, Parts, tuple[int, ...]]:
    """Parse a program's text once: a build reads every program many times, and `serve` again with each save."""
    text, declaration = split(text, path)
    source, marked, numbers = _without_marks(text, path)
    return source, declaration, marked, numbers


def _without_marks(text: str, path: str) -> tuple[str, Parts, tuple[int, ...]]:
    """The lines that are no marks, the parts that were marked, and where each line stands in the file."""
    lines = text.removesuffix("\n").split("\n")
    kept: list[int] = []
    opened: dict[str, int] = {}
    parts: dict[str, tuple[int, int]] = {}
    is_cut = False  # whether there is nothing but blank lines since a mark
    for number, line in enumerate(lines, 1):
        mark = MARK.fullmatch(line)
        is_cut = bool(mark) or (is_cut and not line.strip())
        if not mark and is_cut and kept and not lines[kept[-1] - 1].strip():
            _leave_one_blank(lines, kept)
        elif not mark:
            kept.append(number)
        elif mark[1] == "start":
            opened[mark[2]] = number
        elif mark[2] not in opened:
            raise ProblemError(Problem(path, number, f"Section '{mark[2]}' ends unopened.", near(mark[2], opened)))
        else:
            parts[mark[2]] = (opened.pop(mark[2]), number)
    for name, number in opened.items():
        raise ProblemError(Problem(path, number, f"Section '{name}' has no end.", f"Add # --8<-- [end:{name}]."))
    shown = {name: (bisect(kept, first) + 1, bisect(kept, last)) for name, (first, last) in parts.items()}
    return "\n".join(lines[number - 1] for number in kept) + "\n", shown, tuple(kept)


def _leave_one_blank(lines: list[str], kept: list[int]) -> None:
    """Where a mark was cut out between blank lines, one of them is enough."""
    while len(kept) > 1 and not lines[kept[-2] - 1].strip():
        kept.pop()


@lru_cache(maxsize=1024)
def _definitions(source: str) -> Parts:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):  # a lesson may show a program that is none
        return {}
    return dict(_named(tree, ""))


def _named(tree: ast.AST, prefix: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            yield prefix + node.name, (first, node.end_lineno or node.lineno)
            yield from _named(node, f"{prefix}{node.name}.")


def _neighbours(program: Path, source: str) -> set[Path]:
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
            new = set(_named_by(path, text, folder, neighbours)) - found
            found |= new
            waiting += [(file, file.read_text("utf-8", "replace")) for file in new if file.suffix == ".py"]
    return found


def _named_by(path: Path, text: str, folder: Path, neighbours: list[Path]) -> Iterator[Path]:
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
