"""The check of `mend_lost_results`: plain `pytest` in this folder runs it.

`script.py` runs the script for it, and `stuck.py` sees when that does not come to its end.
"""

import re
from pathlib import Path

import pytest
from script import run

ANSWER = Path(__file__).with_name("mend_lost_results.py")


@pytest.mark.parametrize("numbers", [["2", "0", "3"], ["0", "61", "0", "5", "61"]])
def test_one_failure_costs_no_other_result(numbers: list[str]) -> None:
    ran, call = run(ANSWER, "share", *numbers), " ".join([ANSWER.name, *numbers])
    right = [f"{one} get {60 // int(one)} rolls each" if one != "0" else "0 get nothing" for one in numbers]
    prints = ", ".join(map(repr, ran.lines[:5])) or "nothing"
    if ran.is_endless or ran.status or ran.lines != right:
        should = f"With all results of share(), that should be: {', '.join(right)}"
        pytest.fail(f"{call} prints {prints}. {should}{ran.why(ANSWER)}", pytrace=False)
    if ran.is_done_at_home or not ran.processes:
        pytest.fail(f"{call}: share() is called in the main process, not by an executor in another", pytrace=False)
    if ran.given and not re.search(r"\b0\b", " ".join(ran.given)):
        told = "share(0) is not left to the executor: the main process takes 0 out"
        pytest.fail(f"{call} prints what it should, but {told}", pytrace=False)
    if ran.other_methods:
        told = f"{call}: the executor starts the process of share() by {ran.other_methods}, and should by spawn"
        pytest.fail(told, pytrace=False)
