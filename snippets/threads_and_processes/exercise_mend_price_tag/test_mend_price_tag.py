"""The check of `mend_price_tag`: plain `pytest` in this folder runs it.

`script.py` runs the script for it, and `stuck.py` sees when that does not come to its end.
"""

from pathlib import Path

import pytest
from script import run

ANSWER = Path(__file__).with_name("mend_price_tag.py")


@pytest.mark.parametrize("price", ["4", "7"])
def test_the_tag_is_printed_by_the_child(price: str) -> None:
    ran = run(ANSWER, "print_tag", price)
    right = [f"printer: rye bread costs {price} euros"]
    if ran.is_endless or ran.status or ran.lines != right:
        prints = ", ".join(map(repr, ran.lines[:4])) or "nothing"
        told = f"{ANSWER.name} {price} prints {prints}, and print_tag() in the child should print {right[0]!r}"
        pytest.fail(told + ran.why(ANSWER), pytrace=False)
    if ran.is_done_at_home:
        pytest.fail("print_tag() is called in the main process, and should be called in a child", pytrace=False)
    if not ran.processes:
        pytest.fail("print_tag() should print in a child of multiprocessing, and none was started", pytrace=False)
    if ran.is_printed_at_home:
        pytest.fail("the main process prints the tag, and print_tag() should, in its child", pytrace=False)
    if ran.other_methods:
        told = f"the child in which print_tag() prints is started by {ran.other_methods}, and should be by spawn"
        pytest.fail(told, pytrace=False)
