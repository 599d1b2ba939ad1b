"""What surrounds a program: its environment, and the folder in which it works.

The folder is fresh, has the files that the program declares, and is gone afterwards.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from snippets.engine.process.guardian import guardian
from snippets.engine.process.opened import beside
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


@contextlib.contextmanager
def fresh_folder(lesson: Path, names: Sequence[str] = ()) -> Iterator[str]:
    """A folder for one run, with copies of files of a lesson's folder, by their paths there.

    It is removed afterwards, by the guardian if need be. Raises OSError for a file that cannot be copied.
    """
    folder = tempfile.TemporaryDirectory(prefix="run-", ignore_cleanup_errors=True)
    home = os.path.realpath(folder.name)
    try:
        guardian.begins(home)
        Path(beside(home)).touch()
        for name in names:
            (Path(home) / name).parent.mkdir(parents=True, exist_ok=True)
            _copy(lesson / name, Path(home) / name)
        yield home
    finally:
        folder.cleanup()
        Path(beside(home)).unlink(missing_ok=True)
        guardian.is_over(home)


def _copy(file: Path, target: Path) -> None:
    """Copy a file as git keeps it: of what its mode allows, only whether it can be run; the rest differs by clone."""
    shutil.copyfile(file, target)
    target.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
