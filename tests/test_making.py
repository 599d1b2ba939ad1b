"""Runs are made only where they are missing."""

import sys
from subprocess import run

from tests.site import ROOT

LOADED = """
import sys
import content.hooks
print(*sorted({"ansi2html", "concurrent.futures", "psutil", "snippets.making", "snippets.runner"} & sys.modules.keys()))
"""


def test_a_build_with_nothing_to_run_loads_nothing_that_runs() -> None:
    loaded = run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout == "\n"
