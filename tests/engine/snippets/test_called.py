"""About `called.py`, of which exercises carry copies: a call of an answer, which may never come back."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import ROOT

HOME = ROOT / "snippets" / "queues" / "exercise_mend_last_slip"
CHECK = """
import pytest
from called import expect, imported, outcome

bakery = imported("bake")


def test_it():
    with pytest.raises(LookupError, match="no flour"):
        outcome("bake()", bakery.bake)
"""
FAILS = "def bake():\n    raise LookupError('no flour')\n"
WAITS = "import threading\n\n\ndef bake():\n    threading.Event().wait()\n"
CASES = {  # the answer, and what is told of it
    "what it raises is raised": (FAILS, []),
    "it waits forever": (WAITS, ["bake() does not come to its end", "  at line 5: threading.Event().wait()"]),
    "it works forever": (
        "def bake():\n    while True: pass\n",
        ["bake() does not come to its end", "  at line 2: while True: pass"],
    ),
    "it makes a call that never ends and holds up all threads": (
        "import itertools\n\n\ndef bake():\n    sum(itertools.repeat(1))\n",
        ["  at line 5: sum(itertools.repeat(1))"],
    ),
    "its import makes one": (
        "import itertools\n\nbake = sum(itertools.repeat(1))\n",
        ["  at line 3: bake = sum(itertools.repeat(1))"],
    ),
    "its import waits forever": (
        f"{WAITS}\n\nbake()\n",
        ["the import of bakery.py does not come to its end", "  at line 5: threading.Event().wait()"],
    ),
    "it is no Python": ("def bake()\n", ["bakery.py cannot be read", "  at line 1: def bake()"]),
    "its import fails": (
        f"{FAILS}\n\nbake()\n",
        [
            "bakery.py cannot be imported",
            "  at line 5: bake()",
            "  with LookupError('no flour')",
        ],
    ),
    "it lacks what is to be called": ("flour = 1\n", ["bakery.py has no bake any more"]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_call_comes_to_its_end_or_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    answer, told = CASES[case]
    for name in ("called.py", "stuck.py"):
        shutil.copy(HOME / name, tmp_path)
    (tmp_path / "bakery.py").write_text(answer, encoding="utf-8")
    (tmp_path / "test_bakery.py").write_text(CHECK, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=100)
    assert (run.returncode == 0) == (not told), run.stdout
    assert "\n".join(told) in run.stdout
    assert "called.py" not in run.stdout
