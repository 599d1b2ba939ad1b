"""All orders of the steps of a program's threads, as they were run in this build."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from snippets.engine.orders.graph import count
from snippets.engine.program.interpreters import Interpreter
from snippets.engine.program.problem import Problem
from snippets.engine.program.program import Program
from snippets.engine.runs.cache import Cache, key
from snippets.engine.sources import ENGINE, digest_of

EXPLORER = digest_of(ENGINE / "orders")
MOST = 200_000  # bytes of a graph
ABSENT = "Not shown here: its orders, which this machine cannot run one by one."


@dataclass(frozen=True)
class Orders:
    """The graph of all orders of a program, and the Python that ran them; a graph without nodes where none could."""

    python: str = ""
    graph: Mapping[str, Any] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many orders there are."""
        return count(self.graph["nodes"], self.graph["root"]) if self.graph else 0

    def problem(self, program: Program) -> Problem | None:
        """Why not all orders could be run, or not be kept."""
        path = f"snippets/{program.name}"
        if wrong := self.graph.get("wrong"):
            return Problem(path, 1, *wrong)
        if (size := len(json.dumps(self.graph))) > MOST:
            advice = "Step fewer functions, share fewer names, or print less."
            return Problem(path, 1, f"The graph of its orders has {size:,} bytes, more than {MOST:,}.", advice)
        return None


def orders_key(program: Program, interpreter: Interpreter) -> str:
    """A digest of everything that can change the orders of a program."""
    return sha256(f"orders {EXPLORER} {key(program, interpreter)}".encode()).hexdigest()


def orders_of(program: Program, interpreter: Interpreter, cache: Cache) -> Orders:
    """All orders of a program that declares `steps`: those that are kept, or else run now."""
    declared = program.declaration

    def run() -> str:
        from snippets.engine.process.exploring import explored  # with all that running takes: most builds run nothing

        return json.dumps(explored(program.path, interpreter, declared.steps, declared.shared, declared.given))

    text = cache.text_or(orders_key(program, interpreter), run, lambda text: not text.startswith('{"wrong"'))
    return Orders(interpreter.label, json.loads(text))
