"""Have a Python run a program under every order of the steps of its threads."""

import json
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from snippets.engine.process.machine import cores, environment
from snippets.engine.process.remains import adopt_orphans, fresh_folder
from snippets.engine.process.run import with_short_paths
from snippets.engine.process.runner import short_names
from snippets.engine.process.session import Session
from snippets.engine.program.declaration import NOTHING, Given
from snippets.engine.program.interpreters import Interpreter

ENGINE = Path(__file__).resolve().parent.parent
TIMEOUT = 300.0  # seconds on the clock; what counts is CPU time, which `orders/explore.py` limits


def explored(
    path: Path, interpreter: Interpreter, steps: Sequence[str], shared: Sequence[str], given: Given = NOTHING
) -> dict[str, Any]:
    """The graph of all orders of the program at `path`, as `orders/graph.py` says; or `wrong`: what is, and what to do.

    Each order is a process of its own, started with what is `given`. Raises RuntimeError where none can be had.
    """
    adopt_orphans()
    shown = f"{path.parent.name}/{path.name}"
    asked = {"path": str(path), "shown": shown, "steps": steps, "shared": shared, "jobs": cores(), "args": given.args}
    with fresh_folder(path.parent, given.beside) as home:
        variables = {**environment(home, interpreter), **dict(given.env), "PYTHONHASHSEED": "0"}
        variables["PYTHONPATH"] += f"{os.pathsep}{ENGINE}"
        session = Session([interpreter.path, *given.flags, "-m", "orders", json.dumps(asked)], home, variables)
        try:
            in_time = session.follow(TIMEOUT, threading.Event())
        finally:
            session.end()
    printed = with_short_paths(session.tape.text(), short_names(path, interpreter, home))
    if not in_time or session.status:
        raise RuntimeError(f"The orders of {shown} could not be run: status {session.status}. It printed:\n{printed}")
    told: dict[str, Any] = json.loads(printed)
    return told
