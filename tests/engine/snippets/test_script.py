"""About `script.py`, of which steps carry copies: what comes of a script that is run as a program, if it ever ends."""

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
CHILD = """
import multiprocessing, sys

def bake(loaf):
    print("baked", loaf, flush=True)

if __name__ == "__main__":
    print("the oven is hot")
    baker = multiprocessing.get_context({method!r}).Process(target=bake, args=(sys.argv[1],))
    baker.start()
    baker.join()
"""


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


def test_it_sees_what_is_printed_in_order_and_which_processes_were_started(script: Any, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text(CHILD.format(method="spawn"))
    ran = script.run(path, "bake", "rye")
    assert (ran.lines, ran.status, ran.is_endless) == (["the oven is hot", "baked rye"], 0, False)
    assert (ran.processes, ran.is_done_at_home, ran.why(path)) == (1, False, "")


def test_there_is_no_fork(script: Any, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text(CHILD.format(method="fork"))
    ran = script.run(path, "bake", "rye")
    assert ran.status == 1
    assert ran.why(path) == "\n  line 10: baker.start()\n  OSError: there is no fork on this computer"


def test_it_sees_that_the_main_process_does_the_work(script: Any, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text("def bake():\n    print('baked')\n\nbake()\n")
    ran = script.run(path, "bake")
    assert (ran.lines, ran.processes, ran.is_done_at_home) == (["baked"], 0, True)


LATE = CHILD.replace('    print("the oven is hot")\n', "").replace(
    "    baker.join()\n", '    print("the oven is hot")\n    baker.join()\n'
)
WAITS = """import multiprocessing

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    hot = context.Event()
    baker = context.Process(target=hot.wait)
    baker.start()
    print("the oven is hot")
    hot.set()
    baker.join()
"""


def test_what_is_printed_after_a_child_has_started_may_come_late(script: Any, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text(LATE.format(method="spawn"))
    assert script.run(path, "bake", "rye").lines == ["baked rye", "the oven is hot"]


def test_who_waits_for_the_main_process_does_not_keep_it_from_printing(script: Any, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text(WAITS)
    ran = script.run(path, "bake", "rye")
    assert (ran.lines, ran.is_endless) == (["the oven is hot"], False)


def test_it_sees_what_children_are_given(script: Any, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text(CHILD.format(method="spawn"))
    assert script.run(path, "bake", "rye").given == ["['rye']"]
