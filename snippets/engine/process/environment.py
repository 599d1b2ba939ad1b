"""What a program is given, and where it runs: all that a run depends on besides its own files and its Python."""

import os
import platform
from pathlib import Path

from snippets.engine.program.interpreters import Interpreter

CHILD = Path(__file__).resolve().parent / "child"


def environment(home: str, interpreter: Interpreter) -> dict[str, str]:
    """All of a program's environment; nothing else of the builder's reaches it. `home` is its fresh folder."""
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


def machine() -> str:
    """This machine in a few words: system, processor architecture, cores."""
    cores = os.cpu_count() or 1
    return f"{platform.system()} {platform.machine()}, {cores} core{'s' * (cores != 1)}"
