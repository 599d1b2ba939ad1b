"""Orders of steps, for tests: of programs of a test's own, and of one order alone, in a process of its own."""

import json
import os
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

from snippets.engine.process.exploring import explored
from snippets.engine.process.machine import CHILD
from snippets.engine.program.interpreters import Interpreter
from snippets.engine.runs.library import library_of
from tests.support.site import ROOT


@dataclass
class Explored:
    """The graph of a program's orders, and what tests ask of it."""

    graph: Mapping[str, Any]

    @property
    def ends(self) -> dict[str, int]:
        """How many orders there are for each end: `deadlock`, or all that was printed."""
        outcomes = self.graph["outcomes"]
        ends: Counter[str] = Counter()
        for end, state, count, _ in outcomes:
            output = self.graph["outputs"][self.graph["states"][state][3]]
            ends["deadlock" if end == "deadlock" else output] += count
        return dict(ends)

    @property
    def count(self) -> int:
        """How many orders there are."""
        return sum(self.ends.values())

    def states(self, order: str) -> list[Any]:
        """The states that an order leads through, as they were seen."""
        node = self.graph["root"]
        found = [self.state(node)]
        for number in order:
            node = self.graph["nodes"][node][1][number]
            found.append(self.state(node))
        return found

    def state(self, node: int) -> Any:
        """The state of a node."""
        views, shared, locks, output = self.graph["states"][self.graph["nodes"][node][0]]
        named = zip(self.graph["threads"], views, strict=False)
        return {
            "threads": [[name, *self.graph["views"][view]] for name, view in named],
            "shared": self.graph["shared"][shared],
            "locks": self.graph["locks"][locks],
            "output": self.graph["outputs"][output],
        }


@dataclass
class Explorer:
    """Explores programs of a test's own below `folder`, on one Python."""

    folder: Path
    interpreter: Interpreter

    def __call__(self, text: str, steps: Sequence[str], shared: Sequence[str] = ()) -> Explored:
        """The orders of the program that this is the text of."""
        return Explored(explored(self.write(text), self.interpreter, steps, shared))

    def wrong(self, text: str, steps: Sequence[str], shared: Sequence[str] = ()) -> str:
        """What is said of a program whose orders cannot be run."""
        return " ".join(explored(self.write(text), self.interpreter, steps, shared)["wrong"])

    def write(self, text: str) -> Path:
        """Write the program."""
        path = self.folder / "program.py"
        path.write_text(dedent(text), encoding="utf-8")
        return path


def replayed(path: Path, interpreter: Interpreter, steps: Sequence[str], shared: Sequence[str], order: str) -> Any:
    """One order, run by a Python that nobody but the test has started."""
    asked = {"path": str(path), "shown": f"{path.parent.name}/{path.name}", "steps": steps, "shared": shared}
    command = [interpreter.path, "-m", "orders", json.dumps({**asked, "order": order})]
    given = {
        "PYTHONPATH": f"{CHILD}{os.pathsep}{ROOT / 'snippets' / 'engine'}",
        "PYTHONHASHSEED": "0",
        "HOME": "/nowhere",
    }
    done = subprocess.run(command, env=given, capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def ends_of(name: str) -> dict[str, int]:
    """How many orders there are for each end of a program of the course, as its page shows them."""
    record = library_of(ROOT).record(name)
    assert record.orders
    return Explored(record.orders.graph).ends
