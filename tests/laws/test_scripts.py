"""What runs the script of a step, its `script.py`: it sees what came of a run, whatever else the computer has to do.

This is about this course alone, which has such steps.
"""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.site import ROOT

PLACE = ROOT / "snippets" / "threads_and_processes" / "exercise_mend_price_tag" / "script.py"
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


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The module that the checks of steps import."""
    spec = importlib.util.spec_from_file_location("script", PLACE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # which its dataclass looks for
    spec.loader.exec_module(module)
    return module


def test_it_sees_what_is_printed_in_order_and_which_processes_were_started(script: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text(CHILD.format(method="spawn"))
    ran = script.run(path, "bake", "rye")
    assert (ran.lines, ran.status, ran.is_endless) == (["the oven is hot", "baked rye"], 0, False)
    assert (ran.processes, ran.is_done_at_home, ran.why(path)) == (1, False, "")


def test_there_is_no_fork(script: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text(CHILD.format(method="fork"))
    ran = script.run(path, "bake", "rye")
    assert ran.status == 1
    assert ran.why(path) == "\n  line 10: baker.start()\n  OSError: there is no fork on this computer"


def test_it_sees_that_the_main_process_does_the_work(script: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "bakery.py"
    path.write_text("def bake():\n    print('baked')\n\nbake()\n")
    ran = script.run(path, "bake")
    assert (ran.lines, ran.processes, ran.is_done_at_home) == (["baked"], 0, True)


@pytest.mark.parametrize("forever", ["while True: pass", "import queue; queue.Queue().get()"])
def test_a_script_that_has_no_end_is_ended_by_the_clock(
    script: ModuleType, tmp_path: Path, forever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "COUNT", "for _ in range(20_000_000): pass")
    path = tmp_path / "bakery.py"
    path.write_text(forever)
    ran = script.run(path, "bake")
    assert ran.is_endless
    assert ran.why(path) == "\n  it does not come to an end"
