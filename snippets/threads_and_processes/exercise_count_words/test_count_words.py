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
TEXTS = ["", "one", "  two\n\n words ", "a tab\tand  two spaces"]  # after one of 300 words

CALL = """
import json, multiprocessing, multiprocessing.connection, os, sys, threading
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

METHOD, TEXTS, PARENT = sys.argv[1], json.loads(sys.argv[2]), os.getpid()
START, JOIN = BaseProcess.start, BaseProcess.join
fresh = {"children": 0, "joined": 0, "split_in_parent": False, "given": False, "by_pipe": False,
         "methods": [], "came": []}
seen = dict(fresh)
returned = threading.Event()

MORE = 1000
RECV = multiprocessing.connection.Connection.recv
RECV_BYTES = multiprocessing.connection.Connection.recv_bytes

def recv(end):
    came = RECV(end)
    if os.getpid() != PARENT or caller() != "count_words":
        return came
    seen["came"].append(came if isinstance(came, (int, str)) else repr(came)[:40])
    return came + MORE if type(came) is int else came

def recv_bytes(end, *given):
    came = RECV_BYTES(end, *given)
    if os.getpid() == PARENT and caller() == "count_words":
        seen["came"].append(came.decode(errors="replace")[:40])
    return came

def caller():
    return sys._getframe(2).f_globals.get("__name__")

multiprocessing.connection.Connection.recv = recv
multiprocessing.connection.Connection.recv_bytes = recv_bytes

def numbers(given):
    if isinstance(given, (list, tuple, set)):
        return any(map(numbers, given))
    if isinstance(given, dict):
        return any(map(numbers, given.values()))
    return type(given) is int and given == seen["words"]

class Text(str):
    def __iter__(self):
        seen["split_in_parent"] |= os.getpid() == PARENT
        return super().__iter__()

    def count(self, *args):
        seen["split_in_parent"] |= os.getpid() == PARENT
        return super().count(*args)

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
    seen["methods"].append(type(child)._start_method)
    seen["given"] |= numbers(child._args) or numbers(child._kwargs)
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
except SyntaxError as error:
    say(f"cannot be called: {error.msg}, in line {error.lineno}: {(error.text or '').strip()}")
for text in TEXTS:
    seen = {**fresh, "text": text, "words": len(text.split()), "methods": [], "came": []}
    returned.clear()
    try:
        got = count_words(Text(text), METHOD)
        seen["by_pipe"] = seen["words"] in seen["came"] or str(seen["words"]) in seen["came"]
        changed = type(got) is int and got >= MORE and any(type(came) is int for came in seen["came"])
        number = got - MORE if changed else got
        did = f"returned {number!r}"
    except BaseException as error:
        did = f"raised {error!r}"
    returned.set()
    good = did == f"returned {seen['words']}" and seen["children"] == 1 and seen["joined"] and seen["by_pipe"]
    if not good or seen["split_in_parent"] or seen["given"] or seen["methods"] != [METHOD]:
        break
say(did)
"""


@cache
def called(method: str) -> dict[str, Any]:
    """What became of one call of `count_words`."""
    command = [sys.executable, "-c", CALL, method, json.dumps(["word " * WORDS, *TEXTS])]
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
        text = called(method).get("text", "word " * WORDS)
        shown = f"text of {WORDS} words" if len(text) > 100 else repr(text)
        pytest.fail(f"count_words({shown}, {method!r}) {told}", pytrace=False)


@pytest.mark.parametrize("method", METHODS)
def test_it_returns_the_number(method: str) -> None:
    seen = called(method)
    expect(seen["did"] == f"returned {seen.get('words')}", method, seen["did"])


@pytest.mark.parametrize("method", METHODS)
def test_a_child_counts(method: str) -> None:
    seen = called(method)
    expect(seen["children"] == 1, method, f"started {seen['children']} child processes, not one")
    expect(seen["methods"] == [method], method, f"started its child by {seen['methods'][0]}")
    in_parent = "looked for words in the parent, by split(), count() or a loop: the child should count"
    expect(not seen["split_in_parent"], method, in_parent)
    expect(not seen["given"], method, "gave the number to its child, which should find it")


@pytest.mark.parametrize("method", METHODS)
def test_the_number_comes_through_a_pipe(method: str) -> None:
    came = called(method)["came"]
    told = f"received {came} from a pipe" if came else "received nothing from the end of a pipe"
    expect(called(method)["by_pipe"], method, f"{told}: the child should send the number through one")


@pytest.mark.parametrize("method", METHODS)
def test_the_child_has_ended(method: str) -> None:
    expect(called(method)["joined"] > 0, method, "returned, and did not wait for the end of its child")
