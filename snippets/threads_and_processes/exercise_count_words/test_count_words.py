"""The check of `count_words`: plain `pytest` in this folder runs it.

It calls `count_words` in a process of its own, so that a call that never returns can be ended.
"""

import json
import multiprocessing
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

METHODS = [method for method in ("fork", "spawn") if method in multiprocessing.get_all_start_methods()]
WORDS = 300

CALL = """
import json, multiprocessing, os, sys, threading
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

METHOD, WORDS, PARENT = sys.argv[1], int(sys.argv[2]), os.getpid()
START, JOIN = BaseProcess.start, BaseProcess.join
seen = {"children": 0, "joined": 0, "split_in_parent": False}
returned = threading.Event()

class Text(str):
    def split(self, *args, **kwargs):
        if os.getpid() == PARENT:
            seen["split_in_parent"] = True
        return super().split(*args, **kwargs)

    def __reduce__(self):
        return str, (str(self),)

def say(did, child_failed=False):
    for child in multiprocessing.active_children():
        child.kill()
        JOIN(child, 2)
    print()
    print(json.dumps({**seen, "did": did, "child_failed": child_failed}), flush=True)
    os._exit(0)

def watch(child):
    if not wait([child.sentinel], timeout=8):
        say("and its child were not done after 8 seconds")
    elif not returned.wait(2):
        say("waits forever: its child has ended, and nothing came", child.exitcode != 0)

def start(child):
    try:
        START(child)
    except Exception as error:
        say(f"could not start its child: {error!r}")
    seen["children"] += 1
    threading.Thread(target=watch, args=(child,), daemon=True).start()

def join(child, timeout=None):
    JOIN(child, timeout)
    seen["joined"] += not child.is_alive()

BaseProcess.start, BaseProcess.join = start, join
try:
    from count_words import count_words
    did = f"returned {count_words(Text('word ' * WORDS), METHOD)!r}"
except Exception as error:
    did = f"raised {error!r}"
returned.set()
say(did)
"""


@cache
def called(method: str) -> dict[str, Any]:
    """What became of one call of `count_words`."""
    command = [sys.executable, "-c", CALL, method, str(WORDS)]
    here = Path(__file__).parent
    try:
        run = subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=12, check=False)
    except subprocess.TimeoutExpired:
        return {"did": "did not return within 12 seconds"}
    if not run.stdout.endswith("}\n"):
        return {"did": f"ended the whole program, with exit code {run.returncode}"}
    seen: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    if seen["child_failed"]:
        seen["did"] += f"; the child failed with {run.stderr.strip().splitlines()[-1:]}"
    return seen


def expect(right: bool, method: str, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(f"count_words(text of {WORDS} words, {method!r}) {told}", pytrace=False)


@pytest.mark.parametrize("method", METHODS)
def test_it_returns_the_number(method: str) -> None:
    did = called(method)["did"]
    expect(did == f"returned {WORDS}", method, did)


@pytest.mark.parametrize("method", METHODS)
def test_a_child_counts(method: str) -> None:
    seen = called(method)
    expect(seen["children"] == 1, method, f"started {seen['children']} child processes, not one")
    expect(not seen["split_in_parent"], method, "called text.split() in the parent: the child should count")


@pytest.mark.parametrize("method", METHODS)
def test_the_child_has_ended(method: str) -> None:
    expect(called(method)["joined"] > 0, method, "returned, and did not wait for the end of its child")
