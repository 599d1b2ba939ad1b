"""What a program is given: all of its environment."""

import os
from pathlib import Path

from snippets.engine.program.interpreters import Interpreter
from snippets.engine.program.problem import Problem, ProblemError

CHILD = Path(__file__).resolve().parent / "child"
UMASK = 0o022  # whatever that of the builder is


def environment(home: str, interpreter: Interpreter) -> dict[str, str]:
    """All of a program's environment; nothing else of the builder's reaches it. `home` is its fresh folder.

    Raises ProblemError where the course lies in a folder that Python cannot be told of.
    """
    if os.pathsep in str(CHILD):
        what = f"The course lies in {CHILD.parents[3]}, and '{os.pathsep}' parts folders in PYTHONPATH."
        raise ProblemError(Problem("snippets", 1, what, "Move it to a folder without one."))
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH") if name in os.environ}
    return {
        **kept,
        "PATH": f"{os.path.dirname(interpreter.path)}:/usr/local/bin:/usr/bin:/bin",
        "HOME": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "COLUMNS": "80",
        "PYTHONPATH": str(CHILD),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
