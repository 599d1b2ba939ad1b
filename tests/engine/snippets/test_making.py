"""Runs are made only where they are missing."""

import sys
from subprocess import run

from tests.support.site import ROOT

LOADED = """
import sys
import content.engine.site.hooks
ours = {"snippets.engine.runs.making", "snippets.engine.process.runner"}
print(*sorted({"ansi2html", "concurrent.futures", "psutil", *ours} & sys.modules.keys()))
"""


def test_a_build_with_nothing_to_run_loads_nothing_that_runs() -> None:
    loaded = run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout == "\n"
