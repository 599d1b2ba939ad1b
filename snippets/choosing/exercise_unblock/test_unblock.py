"""The check of `unblock`: plain `pytest` in this folder runs it.

It leaves nothing to luck and nothing to seconds: by `play.py` and `stage.py` it holds each page in `recognise`, asks
the loop for a turn before it lets one go on, the latest first, and sees by `stuck.py` when nobody can go on any more.
Any time that is given to a wait is soon up. Who looks again and again sleeps a moment in between, so that the others
can be seen to rest. A page is torn, or lost, once.
"""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from play import Play, Sign, expect

PROGRAM = """
import asyncio, json, multiprocessing, re, signal, sys, threading
from collections.abc import Awaitable
from stage import begin, perform, tell

def soon(timeout):
    return timeout if timeout is None else min(timeout, 0.05)

def hurried(wait, place):
    def call(*given, **named):
        given = [soon(one) if at == place else one for at, one in enumerate(given)]
        return wait(*given, **{key: soon(one) if key in ("timeout", "delay") else one for key, one in named.items()})
    return call

for name, place in (("wait", None), ("as_completed", None), ("wait_for", 1), ("timeout", 0)):
    setattr(asyncio, name, hurried(getattr(asyncio, name), place))
really_sleep = asyncio.sleep

async def sleep(delay, result=None):
    return await really_sleep(max(delay, 0.02), result)

asyncio.sleep = sleep
import unblock

begin()
here, real, bad = threading.get_ident(), unblock.recognise, {"torn": ValueError("torn"), "lost": OSError("lost")}

def recognise(page):
    in_loop = threading.get_ident() == here and multiprocessing.parent_process() is None
    tell("begins", [page, in_loop])
    if page in bad:
        raise bad.pop(page)
    return real(page) if page != "blank" else ""

async def run(pages):
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR2, tell, "has a turn")
    given = [*pages]
    returned = await unblock.recognise_all(pages)
    if [*pages] != given:
        return {"changed": pages}
    if isinstance(returned, Awaitable):
        return {"awaits": type(returned).__name__}
    return returned

def call(pages, kind, loops):
    pages = tuple(pages) if kind == "tuple" else pages
    if loops > 1:
        unblock.recognise = "text of {}".format
    try:
        return [asyncio.run(run(pages)) for _ in range(loops)][-1]
    except (ValueError, OSError, ExceptionGroup) as error:
        while isinstance(error, ExceptionGroup):
            error = error.exceptions[0]
        if str(error) not in ("torn", "lost"):
            raise
        return {"raised": str(error)}
    except RuntimeError as error:
        error.args = (re.sub(" at 0x[0-9a-f]+", "", str(error)),)
        raise

unblock.recognise = recognise
if __name__ == "__main__":
    perform(call, *json.loads(sys.argv[1]))
"""


class Desk:
    """The pages that are recognised, and the loop beside them."""

    def __init__(self, pages: Sequence[str], play: Play) -> None:
        self.pages, self.play = pages, play
        self.bad = next((page for page in pages if page in ("torn", "lost")), "")
        self.call = f"recognise_all({pages})"
        self.held: list[Sign] = []
        self.begun = self.together = 0
        self.asked = False  # for a turn of the loop

    def see(self, sign: Sign) -> None:
        """See that what happens is right, and let go on who may."""
        if sign.kind == "begins":
            in_loop = sign.what[1]
            told = f"{self.call} calls recognise() in the thread of the loop, which stands still meanwhile"
            expect(not in_loop, told)
            self.begun += 1
            self.held.append(sign)
            self.together = max(self.together, len(self.held))
            self.held.sort(key=lambda held: self.pages.index(held.what[0]))
        elif sign.kind == "has a turn":
            self.asked = False
            sign.go_on()
            if self.held:
                self.held.pop().go_on()
            self.together = self.together if self.held else 0
        elif sign.kind == "rests" and self.held and self.bad:
            self.held.pop().go_on()  # nothing is asked of the loop once that has failed
        elif sign.kind == "rests" and not self.asked and self.are_enough():
            self.asked = True
            os.kill(self.play.main.pid, signal.SIGUSR2)

    def are_enough(self) -> bool:
        """Whether two are at work at once, or the last one of several, or of all."""
        return bool(self.held) and (self.together > 1 or self.begun == len(self.pages))

    def why_stuck(self) -> str:
        """Why nobody can go on, if it is for what this check holds."""
        if self.asked:
            return f"{self.call} stops the loop while recognise() is at work elsewhere"
        if not self.held:
            return ""
        if self.begun == 1:
            return f"{self.call} recognises one page after the other: recognise() is never at work for two at once"
        more = f"and does not begin with any of the {len(self.pages) - self.begun} that are left"
        return f"{self.call} recognises page number {self.begun} alone, {more}"


@pytest.mark.parametrize(
    "pages",
    [
        ["page 3", "page 1", "blank", "page 1", "page 5"],
        ("page 1",),
        ["cover", "cover", "torn", "cover"],
        ["cover", "lost"],
        [],
    ],
    ids=["five", "one", "one that is torn", "one that is lost", "none"],
)
def test_the_loop_goes_on(pages: Sequence[str], tmp_path: Path) -> None:
    with Play("unblock.py", tmp_path, PROGRAM, pages, type(pages).__name__, 1) as play:
        desk = Desk(pages, play)
        kind, texts = play.outcome(desk.call, desk.see, desk.why_stuck, must_wait=False)
    call = desk.call
    if desk.bad:
        is_raised = kind == "dict" and "raised" in texts
        expect(is_raised, f"{call} does not raise what recognise({desk.bad!r}) raises; it returned {texts}")
        return
    if kind == "dict" and "changed" in texts:
        expect(False, f"{call} changed the list of pages to {texts['changed']}")
    nobody = f"{call} returned a {texts['awaits']}, not a list: nobody awaits it" if kind == "dict" else ""
    expect(not nobody, nobody)
    expect(kind == "list", f"{call} returned a {kind}, not a list")
    expect(len(texts) == len(pages), f"{call} returned {len(texts)} texts, not {len(pages)}")
    for page, text in zip(pages, texts, strict=True):
        right = f"text of {page}" if page != "blank" else ""
        expect(text == right, f"{call} returned {text!r} for {page!r}")


def test_another_loop(tmp_path: Path) -> None:
    pages = ["cover"] * 9
    with Play("unblock.py", tmp_path, PROGRAM, pages, "list", 2) as play:
        desk = Desk(pages, play)
        desk.call = "recognise_all() of 9 pages, called in one loop and then in another,"
        _, texts = play.outcome(desk.call, desk.see, desk.why_stuck, must_wait=False)
    expect(texts == ["text of cover"] * 9, f"{desk.call} returned {texts}")
