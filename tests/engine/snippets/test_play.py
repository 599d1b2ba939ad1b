"""About `play.py` and `stage.py`, of which exercises carry copies: an answer at work, held where it tells something."""

import importlib.util
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.site import ROOT

HOME = ROOT / "snippets" / "pools" / "exercise_growing_bar"
PROGRAM = """
import json, sys
from stage import begin, perform, tell
import bakery

begin()
if __name__ == "__main__":
    perform(bakery.bake, tell, *json.loads(sys.argv[1]))
"""
Bake = Callable[..., tuple[str, Any]]


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The module `play`, as a check in a folder of its own imports it."""
    for name in ("play.py", "stage.py", "stuck.py"):
        shutil.copy(HOME / name, tmp_path / name)
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("play", "stuck"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(time, "process_time", lambda: 0.5)  # a check is no old process
    spec = importlib.util.spec_from_file_location("play", tmp_path / "play.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.modules.pop("stuck", None)


@pytest.fixture
def bake(play: Any, tmp_path: Path) -> Bake:
    """Runs an answer, whose function `bake` gets `tell`, and gives what comes of it; nobody is held for long."""

    def run(
        answer: str, see: Callable[[Any], object] = lambda sign: sign.go_on(), must_wait: bool = True
    ) -> tuple[str, Any]:
        (tmp_path / "bakery.py").write_text(answer, encoding="utf-8")
        with play.Play("bakery.py", tmp_path, PROGRAM) as baking:
            kind, value = baking.outcome("bake()", see, must_wait=must_wait)
        assert baking.main.returncode is not None
        return kind, value

    return run


def told(bake: Bake, answer: str) -> str:
    """What the learner who wrote this answer is told."""
    with pytest.raises(pytest.fail.Exception) as failed:
        bake(answer)
    return str(failed.value)


def test_what_an_answer_returns_comes_with_its_type(bake: Bake) -> None:
    assert bake("def bake(tell):\n    return (1, 2)\n") == ("tuple", [1, 2])
    kind, value = bake("def bake(tell):\n    return {1, print}\n")
    assert kind == "set"
    assert " at 0x" not in value


def test_an_answer_is_held_until_the_check_lets_it_go_on(bake: Bake) -> None:
    happened: list[str] = []

    def see(sign: Any) -> None:
        happened.append(sign.kind)
        if sign.kind == "rests" and held:
            held.pop().go_on()
        elif sign.kind == "kneads":
            held.append(sign)

    held: list[Any] = []
    bake("def bake(tell):\n    tell('kneads')\n", see)
    assert happened == ["kneads", "rests"]


LOOKS_AGAIN = """import concurrent.futures, time


def bake(tell):
    with concurrent.futures.ThreadPoolExecutor(3) as bakers:
        loaves = [bakers.submit(tell, "kneads") for _ in range(3)]
        while not all(loaf.done() for loaf in loaves):
            time.sleep(0.02)
"""


def test_whoever_is_let_go_on_when_all_rest_begins_a_rest_anew(bake: Bake) -> None:
    rests: list[str] = []

    def see(sign: Any) -> None:
        if sign.kind == "rests" and held:
            rests.append(sign.kind)
            held.pop().go_on()
        elif sign.kind == "kneads":
            held.append(sign)

    held: list[Any] = []
    assert bake(LOOKS_AGAIN, see) == ("NoneType", None)
    assert len(rests) == 3


def test_an_answer_that_fails_is_told_with_its_line(bake: Bake) -> None:
    answer = "def bake(tell):\n    return {}['flour']\n"
    assert told(bake, answer) == "bake() fails\n  at line 2: return {}['flour']\n  with KeyError: 'flour'"


def test_an_answer_that_is_no_python_is_told_in_three_lines(bake: Bake) -> None:
    lines = told(bake, "def bake(tell)\n    return 1\n").splitlines()
    assert lines[:2] == ["bake() fails", "  at line 1: def bake(tell)"]
    assert lines[2].startswith("  with SyntaxError: ")
    assert len(lines) == 3


def test_an_answer_that_waits_forever_is_told_with_its_line(bake: Bake) -> None:
    answer = "import threading\n\n\ndef bake(tell):\n    threading.Event().wait()\n"
    assert told(bake, answer) == "bake() waits forever\n  at line 5: threading.Event().wait()"


def test_an_answer_that_works_without_end_is_told_with_its_line(bake: Bake) -> None:
    answer = "def bake(tell):\n    while True:\n        pass\n"
    assert told(bake, answer).startswith("bake() does not come to an end\n  at line ")


def test_an_answer_that_tells_something_without_end_is_told_so(bake: Bake) -> None:
    answer = "def bake(tell):\n    while True:\n        tell('kneads')\n"
    assert told(bake, answer).startswith("bake() does not come to an end")


def test_an_answer_that_ends_its_program_is_told_so(bake: Bake) -> None:
    answer = "import os\n\n\ndef bake(tell):\n    os._exit(3)\n"
    assert told(bake, answer) == "bake() fails\n  and ends with status 3"


def test_an_answer_that_leaves_a_process_is_told_so(bake: Bake) -> None:
    answer = """import multiprocessing, time


def bake(tell):
    multiprocessing.get_context("fork").Process(target=time.sleep, args=(60,)).start()
"""
    assert told(bake, answer) == "bake() returned, and did not wait for the end of 1 of its processes"


SHORT_LIVED = """import multiprocessing
from multiprocessing.connection import wait


def bake(tell):
    child = multiprocessing.get_context("fork").Process(target=str)
    child.start()
    {waits}
    tell("kneads")
"""


@pytest.mark.parametrize("waits", ["child.join()", "wait([child.sentinel])"])
def test_whoever_waits_for_the_end_of_a_process_leaves_none(bake: Bake, waits: str) -> None:
    assert bake(SHORT_LIVED.format(waits=waits)) == ("NoneType", None)


def test_a_process_that_nobody_waits_for_is_left_though_it_has_ended(bake: Bake) -> None:
    answer = SHORT_LIVED.format(waits="tell('goes')")

    def see(sign: Any) -> None:
        held.append(sign)
        if sign.kind != "goes":  # so by now the child has ended
            for one in held:
                one.go_on()

    held: list[Any] = []
    with pytest.raises(pytest.fail.Exception, match="did not wait for the end of 1 of its processes"):
        bake(answer, see)
    assert {sign.kind for sign in held} == {"goes", "rests", "kneads"}
    assert bake(answer, lambda sign: sign.go_on(), must_wait=False) == ("NoneType", None)


def test_a_process_that_has_ended_while_it_was_held_is_known_to_be_gone(bake: Bake) -> None:
    answer = """import multiprocessing


def bake(tell):
    child = multiprocessing.get_context("fork").Process(target=tell, args=("kneads",))
    child.start()
    tell("has started")
    child.kill()
    child.join()
    tell("has ended it")
"""
    signs: dict[str, Any] = {}

    def see(sign: Any) -> None:
        signs[sign.kind] = sign
        if "kneads" in signs and "has started" in signs and "has ended it" not in signs:
            assert not signs["kneads"].is_gone()
            signs["has started"].go_on()
        elif sign.kind == "has ended it":
            assert signs["kneads"].is_gone()
            sign.go_on()

    assert bake(answer, see) == ("NoneType", None)


ENDS = """import multiprocessing
import time


def bake(tell):
    child = multiprocessing.get_context("fork").Process(target=str)
    child.start()
    {waits}
    tell("alive" if child.exitcode is None else "gone")
    child.join()
"""


@pytest.mark.parametrize(
    ("waits", "is_there"),
    [("time.sleep(3)", "alive"), ("child.join(3)", "alive"), ("child.join()", "gone")],
    ids=["sleeps", "joins for a while", "joins"],
)
def test_a_process_ends_when_nobody_else_goes_on_so_a_pause_is_no_wait(
    bake: Bake, waits: str, is_there: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    holding = PROGRAM.replace("import begin", "import begin, hold_ends").replace(
        "import bakery", "hold_ends('bakery')\nimport bakery"
    )
    monkeypatch.setitem(globals(), "PROGRAM", holding)
    happened: list[str] = []

    def see(sign: Any) -> None:
        happened.append(sign.kind)
        sign.go_on()

    assert bake(ENDS.format(waits=waits), see) == ("NoneType", None)
    assert is_there in happened


def test_two_threads_that_look_again_and_again_hold_up_no_check(bake: Bake) -> None:
    answer = """import threading
import time


def bake(tell):
    def look():
        while not done:
            time.sleep(0.02)

    done = []
    looking = [threading.Thread(target=look) for _ in range(2)]
    for thread in looking:
        thread.start()
    tell("kneads")
    done.append("bread")
    for thread in looking:
        thread.join()
"""
    held: list[Any] = []

    def see(sign: Any) -> None:
        held.append(sign)
        if sign.kind == "rests":
            held[0].go_on()

    assert bake(answer, see) == ("NoneType", None)
    assert [sign.kind for sign in held][:2] == ["kneads", "rests"]


def test_a_process_that_calls_and_says_nothing_holds_up_no_check(bake: Bake) -> None:
    answer = """import os
import socket
import threading


def bake(tell):
    silent = socket.create_connection(("127.0.0.1", int(os.environ["STAGE"])))
    threading.Event().wait()
"""
    assert told(bake, answer) == "bake() waits forever\n  at line 8: threading.Event().wait()"


def test_once_a_call_is_judged_the_program_goes_on_to_the_next(play: Any, tmp_path: Path) -> None:
    (tmp_path / "bakery.py").write_text("def bake(tell):\n    return 'bread'\n", encoding="utf-8")
    twice = PROGRAM + "    perform(bakery.bake, tell)\n"
    with play.Play("bakery.py", tmp_path, twice) as baking:
        assert [baking.outcome("bake()", str) for _ in range(2)] == [("str", "bread")] * 2
