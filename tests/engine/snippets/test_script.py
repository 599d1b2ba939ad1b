"""About `script.py`, of which steps carry copies: a script that is run as a program, and may never come to its end."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.site import ROOT

HOME = ROOT / "snippets" / "multiprocessing" / "exercise_mend_no_guard"
ENDLESS = {
    "waits": "import threading\nthreading.Event().wait()\n",
    "works": "while True:\n    pass\n",
    "waits for a child that waits": """import multiprocessing

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    hot = context.Event()
    baker = context.Process(target=hot.wait)
    baker.start()
    baker.join()
""",
}


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The module, as a check in its folder imports it."""
    monkeypatch.syspath_prepend(HOME)
    yield importlib.import_module("script")
    for name in ("script", "stuck"):
        del sys.modules[name]


@pytest.mark.parametrize("case", ENDLESS)
def test_a_script_that_does_not_come_to_its_end_is_ended(case: str, script: Any, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text(f'print("begins", flush=True)\n{ENDLESS[case]}', encoding="utf-8")
    ran = script.run(path, "bake")
    assert ran.is_endless
    assert {*ran.lines} == {"begins"}  # a child imports the script and so prints it, too
    assert ran.why(path) == "\n  it does not come to an end"


def test_a_script_that_sleeps_comes_to_its_end(script: Any, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text("import time\n\ntime.sleep(0.5)\nprint('ends')\n", encoding="utf-8")
    ran = script.run(path, "bake")
    assert (ran.is_endless, ran.status, ran.lines) == (False, 0, ["ends"])
