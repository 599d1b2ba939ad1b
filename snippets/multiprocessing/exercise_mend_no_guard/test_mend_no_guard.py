"""The check of `mend_no_guard`: plain `pytest` in this folder runs it.

`script.py` runs the script for it, and `stuck.py` sees when that does not come to its end.
"""

from pathlib import Path

import pytest
from script import run

ANSWER = Path(__file__).with_name("mend_no_guard.py")
FIRST = "the oven is hot"


@pytest.mark.parametrize("loaves", [["rye", "oat"], ["rye", "rye", "rye"], []])
def test_each_loaf_is_baked_in_a_process(loaves: list[str]) -> None:
    ran, right = run(ANSWER, "bake", *loaves), sorted(f"baking {loaf}" for loaf in loaves)
    call = " ".join([ANSWER.name, *loaves])
    if "bootstrapping phase" in ran.errors:
        told = f"{call}: a child imports the file to find bake(), and must not start a child itself{ran.line(ANSWER)}"
    elif ran.lines.count(FIRST) > 1:
        told = (
            f"{call} prints {ran.lines.count(FIRST)} times {FIRST!r}: each child that is to bake() runs that line, too"
        )
    elif ran.is_endless or ran.status or ran.lines[:1] != [FIRST] or sorted(ran.lines[1:]) != right:
        prints = ", ".join(map(repr, ran.lines[:5])) or "nothing"
        told = f"{call} prints {prints}. After {FIRST!r}, bake() should print: {', '.join(right)}{ran.why(ANSWER)}"
    elif ran.is_done_at_home:
        told = f"{call}: bake() is called in the main process, and should be called in {len(loaves)} others"
    elif ran.processes != len(loaves):
        started = f"{ran.processes} process{'es' * (ran.processes != 1)}"
        told = f"{call} starts {started}; each of {len(loaves)} loaves is to be baked in a process of its own"
    elif ran.other_methods:
        told = f"{call} starts the processes that bake() by {ran.other_methods}, and should by spawn"
    else:
        return
    pytest.fail(told, pytrace=False)
