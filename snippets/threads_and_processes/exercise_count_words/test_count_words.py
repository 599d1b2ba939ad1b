"""The check of `count_words`: plain `pytest` in this folder runs it.

It leaves nothing to luck and nothing to seconds: by `play.py` and `stage.py` it holds the child before its first step
and after its last one, until the parent waits for it, or has looked for it again and again; by `stuck.py` it sees when
nobody can go on any more. And it knows the number of the pipe again: unless it is 0, what the child sends is a thousand
more when it comes out.
"""

import multiprocessing
from pathlib import Path
from typing import Any

import pytest
from play import Play, Sign, expect

METHODS = [method for method in ("fork", "spawn") if method in multiprocessing.get_all_start_methods()]
WORDS = 300
TEXTS = ["word " * WORDS, "each\n" * WORDS, "last " * WORDS, "", "one", "  two\n\n words ", "a tab\tand  two spaces"]
PROGRAM = """
import json, multiprocessing, sys
import multiprocessing.connection as connection
from multiprocessing.process import BaseProcess
from stage import begin, hurry, perform, tell
import count_words

begin()
MORE, LOOKS = 1000, 200
START, BOOTSTRAP, ALIVE = BaseProcess.start, BaseProcess._bootstrap, BaseProcess.is_alive
RECV, RECV_BYTES = connection.Connection.recv, connection.Connection.recv_bytes
seen = {}
children = []

def parent_asks(frames=2):
    mine = sys._getframe(frames).f_globals.get("__name__") == "count_words"
    return mine and multiprocessing.parent_process() is None

def more(came):
    seen["came"].append(came if type(came) in (int, str) else repr(came)[:40])
    if type(came) is int:
        return came + seen["more"]
    return type(came)(str(int(came) + seen["more"])) if isinstance(came, str) and came.isdecimal() else came

def recv(end):
    return more(RECV(end)) if parent_asks() else RECV(end)

def recv_bytes(end, *given):
    came = RECV_BYTES(end, *given)
    return more(came.decode(errors="replace")).encode() if parent_asks() else came

def looking(look, is_early, frames=2):
    def found(one, *given, **options):
        truth = look(one, *given, **options)
        if parent_asks(frames) and is_early(truth):
            seen["looks"] += 1
            if seen["looks"] in (seen["most_looks"], 2 * seen["most_looks"], 3 * seen["most_looks"]):
                tell("looks again")
        return truth
    return found

def start(child):
    seen["methods"].append(getattr(type(child), "_start_method", None) or multiprocessing.get_start_method())
    given = {name: value for name, value in vars(child).items() if name[0] != "_" or name in ("_args", "_kwargs")}
    seen["given"] |= numbers(given)
    seen["split_in_parent"] |= words(given)
    START(child)
    children.append(child)

def stopping(stop):
    def stopped(child):
        if is_alive(child):  # else it has ended by itself, and this does nothing
            seen["stopped"] = stop.__name__
        stop(child)
    return stopped

def bootstrap(child, *given, **options):
    tell("child begins")
    status = BOOTSTRAP(child, *given, **options)
    tell("child ends", status)
    return status

def numbers(given):
    if isinstance(given, dict):
        given = [*given.values()]
    if isinstance(given, (list, tuple, set)):
        return any(map(numbers, given))
    return type(given) is int and given == seen["words"]

def words(given):
    if isinstance(given, dict):
        given = [*given.values()]
    if not isinstance(given, (list, tuple)):
        return False
    return len(given) == seen["words"] > 2 and all(isinstance(one, str) for one in given) or any(map(words, given))

class Text(str):
    def __iter__(self):
        looks()
        return super().__iter__()

    def count(self, *args):
        looks()
        return super().count(*args)

    def split(self, *args, **kwargs):
        looks()
        return super().split(*args, **kwargs)

    def __reduce__(self):
        return str, (str(self),)

def looks():
    seen["split_in_parent"] |= multiprocessing.parent_process() is None

def is_alive(child):
    try:
        return ALIVE(child)
    except ValueError:  # it is closed, which it is after its end only
        return False

def checked(text, method):
    words = len(text.split())
    seen.update(methods=[], came=[], given=False, split_in_parent=False, words=words, stopped="")
    seen.update(looks=0, most_looks=LOOKS + (text[0:1] == "e"), more=MORE if words else 0)
    children.clear()
    got = count_words.count_words(Text(text), method)
    seen["alive"] = any(map(is_alive, children))
    by_pipe = any(type(one) is int or one.isdecimal() for one in seen["came"])
    number = got - seen["more"] if type(got) is int and by_pipe else got
    own = by_pipe and got == words != 0
    return {**seen, "returned": repr(number), "by_pipe": by_pipe, "own": own}

BaseProcess.start, BaseProcess._bootstrap = start, bootstrap
BaseProcess.terminate, BaseProcess.kill = stopping(BaseProcess.terminate), stopping(BaseProcess.kill)
BaseProcess.is_alive = looking(BaseProcess.is_alive, lambda alive: alive)
BaseProcess.exitcode = property(looking(BaseProcess.exitcode.fget, lambda code: code is None))
connection.Connection.poll = looking(connection.Connection.poll, lambda ready: not ready, 3)
hurry("count_words")
connection.Connection.recv, connection.Connection.recv_bytes = recv, recv_bytes
if __name__ == "__main__":
    texts, method = json.loads(sys.argv[1])
    for text in texts:
        perform(checked, text, method)
"""


class Child:
    """The child of one call."""

    def __init__(self, text: str, method: str) -> None:
        shown = f"text of {WORDS} words" if len(text) > 100 else repr(text)
        self.method, self.call = method, f"count_words({shown}, {method!r})"
        self.is_long = len(text) > 100  # then it is held
        self.is_slow = text.startswith("last")  # then it is held at its end also when its parent looked before
        self.held: Sign | None = None
        self.looker: Sign | None = None  # the parent, which looks again and again, and goes on when the child has ended
        self.failed = False

    def see(self, sign: Sign) -> None:
        """Hold the child, and let it go on when its parent waits, or has looked for it in vain again and again."""
        if sign.kind == "looks again":
            self.looker = sign
        if sign.kind.startswith("child"):
            self.failed = sign.what not in (None, 0)
            self.held = sign
        looks_too_early = self.looker and self.is_slow and sign.kind == "child ends"
        if self.held and not looks_too_early and (self.looker or sign.kind == "rests" or not self.is_long):
            self.held.go_on()
            self.held = None
        elif self.looker and (looks_too_early or sign.kind == "rests"):
            self.looker.go_on()
            self.looker = None

    def judge(self, seen: dict[str, Any]) -> None:
        """See that the number is right, and how it was found."""
        words, returned, methods, came = (seen[name] for name in ("words", "returned", "methods", "came"))
        started = f"started {len(methods)} child processes, not one"
        expect(len(methods) == 1, f"{self.call} {started}")
        expect(methods == [self.method], f"{self.call} started its child by {methods[0]}")
        expect(not seen["alive"], f"{self.call} returned, and did not wait for the end of its child")
        in_parent = "looked for words in the parent, by split(), count(), a loop or so: the child should count"
        expect(not seen["split_in_parent"], f"{self.call} {in_parent}")
        expect(not seen["given"], f"{self.call} gave the number to its child, which should find it")
        told = f"received {came} from a pipe" if came else "received nothing from the end of a pipe"
        own = f"returned {words}, which is not what it received: the check made that {words + 1000}"
        expect(not seen["own"], f"{self.call} {own}")
        expect(returned == str(words), f"{self.call} returned {returned}, and the text has {words} words")
        expect(seen["by_pipe"], f"{self.call} {told}: the child should send the number {words} through one")
        stopped = f"called {seen['stopped']}() of its child, which should end by itself, however long it takes"
        expect(not seen["stopped"], f"{self.call} {stopped}")


@pytest.mark.parametrize("method", METHODS)
def test_a_child_counts(method: str, tmp_path: Path) -> None:
    with Play("count_words.py", tmp_path, PROGRAM, TEXTS, method) as play:
        for text in TEXTS:
            child = Child(text, method)
            _, seen = play.outcome(child.call, child.see)
            child.judge(seen)
