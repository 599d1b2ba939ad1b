"""Run programs to test what lessons claim; their runs are kept, as those that lessons show."""

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path

from packaging.specifiers import SpecifierSet

from snippets.cache import Cache, key
from snippets.interpreters import Interpreter
from snippets.program import Program, read
from snippets.run import Run
from snippets.runner import run
from tests.site import ROOT

CLAIMS = Cache(ROOT / ".cache" / "claims")


GIL = {"with the GIL": False, "without the GIL": True}  # whether a build is free-threaded


def is_about(interpreter: Interpreter, sentence: Iterable[str]) -> bool:
    """Whether a sentence about Pythons such as `>=3.14` or `with the GIL` is about this one."""
    return all(
        interpreter.free_threaded == GIL[one]
        if one in GIL
        else SpecifierSet(one).contains(interpreter.number, prereleases=True)
        for one in sentence
    )


class Ran:
    """Runs programs on one Python; `version` is its major and minor version.

    A run is kept by all that it depends on once a test that looked at it has passed.
    """

    def __init__(self, interpreter: Interpreter) -> None:
        self.interpreter = interpreter
        self.version = interpreter.release
        self._made: dict[str, Run] = {}

    def __call__(self, program: str, timeout: float = 10.0) -> Run:
        """Run a snippet, given by its name `lesson/file.py`, or the text of a program of the test's own."""
        if program.endswith(".py"):
            snippet = read(ROOT / "snippets", program)
            return self._once(snippet, snippet.declaration.timeout)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "claims" / "claim.py"
            path.parent.mkdir()
            path.write_text(program, encoding="utf-8")
            return self._once(read(Path(folder), "claims/claim.py"), timeout)

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
            self._made[digest] = run(program.path, self.interpreter, timeout)
        return self._made[digest]
