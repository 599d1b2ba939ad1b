"""The machinery has floors: slides stand on content, content on snippets, packages on each other; nothing looks up."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.support.site import ROOT

FLOORS = [  # from the ground up: a module imports from its own package and from those before it
    "snippets.engine.sources",
    "snippets.engine.orders",
    "snippets.engine.program",
    "snippets.engine.process",
    "snippets.engine.runs",
    "content.engine.fence",
    "content.engine.course",
    "content.engine.directives",
    "content.engine.practice",
    "content.engine.new",
    "content.engine.site",
    "slides.engine",
]
OF_MKDOCS = ("content.engine.site", "slides.__main__")  # what imports MkDocs
ALONE = {("content.engine.site", "content.engine.new")}  # these two know nothing of each other


def modules() -> dict[str, Path]:
    """The modules of the machinery and its doors, by name."""
    found = {}
    for folder in ("snippets", "content", "slides"):
        paths = [*(ROOT / folder / "engine").rglob("*.py"), ROOT / folder / "__main__.py"]
        for path in paths:
            if "child" not in path.parts and path.name != "__init__.py":
                found[".".join(path.relative_to(ROOT).with_suffix("").parts)] = path
    return found


MODULES = modules()


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it; `from a import b` names `a.b` where that is a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = path.relative_to(ROOT).parts[: -node.level] if node.level else ()
            whole = ".".join([*above, *([node.module] if node.module else [])])
            names = (f"{whole}.{alias.name}" for alias in node.names)
            yield from (name if name in MODULES else whole for name in names)


def floor_of(module: str) -> int | None:
    """The floor that a module is on; none for the doors, which stand above all."""
    return next((n for n, floor in enumerate(FLOORS) if f"{module}.".startswith(f"{floor}.")), None)


def test_every_module_is_on_a_floor_and_every_floor_has_modules() -> None:
    assert [name for name in MODULES if floor_of(name) is None and not name.endswith(".__main__")] == []
    assert {floor_of(name) for name in MODULES} >= set(range(len(FLOORS)))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_from_its_own_floor_and_from_those_below(module: str) -> None:
    own = floor_of(module)
    for name in imported(MODULES[module]):
        floor = floor_of(name)
        if own is not None:
            assert not name.endswith(".__main__"), name
            assert not name.startswith("tests"), name
            assert floor is None or floor <= own, f"{module} imports {name}, which stands above it"
            if floor is not None:
                assert (FLOORS[own], FLOORS[floor]) not in ALONE, name


def test_no_module_needs_itself_by_way_of_others() -> None:
    graph = {name: {other for other in imported(path) if other in MODULES} for name, path in MODULES.items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("module", [name for name in MODULES if not name.startswith(OF_MKDOCS)])
def test_mkdocs_is_imported_on_its_own_floor_and_by_the_deck_script_only(module: str) -> None:
    assert [name for name in imported(MODULES[module]) if name.partition(".")[0] == "mkdocs"] == []
