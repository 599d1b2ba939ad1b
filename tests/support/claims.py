"""Run programs to test what lessons claim; their runs are kept, as those that lessons show."""

import hashlib
import tempfile
from pathlib import Path

from snippets.engine.process.run import Run
from snippets.engine.process.runner import run
from snippets.engine.program.interpreters import Interpreter
from snippets.engine.program.program import Program, read
from snippets.engine.runs.cache import Cache, key
from tests.support.sentences import meant
from tests.support.site import ROOT

CLAIMS = Cache(ROOT / ".cache" / "claims")

# Put before a program, it keeps every core busy with other programs, for as long as that one runs.
BUSY = """
import atexit, os, subprocess, sys
others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
for other in others:
    atexit.register(other.wait)
    atexit.register(other.kill)
"""


class Ran:
    """Runs programs, those of the course at `root` among them, on one Python.

    A run is kept by all that it depends on once a test that looked at it has passed.
    """

    def __init__(self, interpreter: Interpreter, root: Path) -> None:
        self.root = root
        self.interpreter = interpreter
        self._made: dict[str, Run] = {}

    def __call__(self, program: str, timeout: float = 10.0) -> Run:
        """Run a snippet, given by its name `lesson/file.py`, or the text of a program of the test's own."""
        if program.endswith(".py"):
            snippet = read(self.root / "snippets", program)
            return self._once(snippet, snippet.declaration.timeout)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "claims" / "claim.py"
            path.parent.mkdir()
            path.write_text(program, encoding="utf-8")
            return self._once(read(Path(folder), "claims/claim.py"), timeout)

    def on(self, *wishes: str) -> bool:
        """For a sentence that tells versions apart: whether it is run on one of these, named as by the marker."""
        return meant(self.interpreter, wishes)

    def keep(self) -> None:
        """Keep what was run."""
        for digest, made in self._made.items():
            CLAIMS.put(digest, (made,))

    def _once(self, program: Program, timeout: float) -> Run:
        digest = hashlib.sha256(f"{key(program, self.interpreter)} {timeout}".encode()).hexdigest()
        kept = CLAIMS.get(digest)
        if kept:
            return kept[0]
        if digest not in self._made:
            self._made[digest] = run(program.path, self.interpreter, timeout, given=program.declaration)
        return self._made[digest]
