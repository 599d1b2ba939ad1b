"""The check of `growing_bar`: plain `pytest` in this folder runs it.

It leaves nothing to luck and nothing to seconds: by `play.py` and `stage.py` it holds each photo that a worker
develops, and lets one go on when all that are done are reported. Who looks what is done, or waits for a while, is held
there the first time until more is. Each worker is held at its end until nobody else goes on; by `stuck.py` it sees when
nobody can.
"""

from collections.abc import Collection
from pathlib import Path

import pytest
from play import Play, Sign, expect

PROGRAM = """
import json, sys, threading, time
from concurrent import futures
from multiprocessing import connection
from multiprocessing.pool import AsyncResult
from stage import SOON, begin, hold_ends, hurry, perform, tell

def hurried(whole):
    def call(those, timeout=None, **options):
        return whole(those, timeout and min(timeout, SOON), **options)
    return call

for name in ("as_completed", "wait"):  # before the answer imports them
    setattr(futures, name, hurried(getattr(futures, name)))

def looking(whole, place):  # 0 for a look, which takes no time, and else where the time is given
    def look(*given, **options):
        is_mine = sys._getframe(1).f_globals.get("__name__") == "growing_bar"
        is_short = not place or len(given) >= place or options.get("timeout") is not None
        if is_mine and is_short and not looked and threading.current_thread() is threading.main_thread():
            looked.append(whole)
            tell("looks")
        return whole(*given, **options)
    return look

looked = []
hold_ends("growing_bar")
hurry("growing_bar")
for owner, name, place in (
    (AsyncResult, "ready", 0), (AsyncResult, "successful", 0),
    (futures.Future, "done", 0), (futures.Future, "running", 0), (time, "sleep", 1),
    (threading.Event, "wait", 2), (AsyncResult, "wait", 2), (futures, "wait", 0),
    (futures.Future, "result", 2), (futures.Future, "exception", 2), (AsyncResult, "get", 2), (connection, "wait", 0),
):
    setattr(owner, name, looking(getattr(owner, name), place))
import growing_bar

begin()
real = growing_bar.develop

def develop(photo):
    tell("begins", photo)
    return real(photo)

def report(done, total):
    tell("reports", [done, total])

growing_bar.develop = develop
if __name__ == "__main__":
    perform(growing_bar.develop_all, *json.loads(sys.argv[1]), report)
"""


def named(photos: Collection[str]) -> str:
    """Some photos, and the verb that goes on."""
    return f"{' and '.join(map(repr, photos))} {'is' if len(photos) == 1 else 'are'}"


class Darkroom:
    """What the workers develop, and what was reported; the first photo takes longer than all others together."""

    def __init__(self, photos: list[str]) -> None:
        self.photos = photos
        self.call = f"develop_all({photos}, report)"
        self.at_work: dict[str, Sign] = {}
        self.done: list[str] = []
        self.reports = 0
        self.held: list[Sign] = []  # who looks what is done, until others are

    def see(self, sign: Sign) -> None:
        """See that what happens is right, and let go on who may."""
        if sign.kind == "begins":
            self.begins(sign)
        elif sign.kind == "reports":
            self.reported(sign)
        elif sign.kind == "looks":
            self.held.append(sign)
        elif sign.kind == "rests":
            self.develop_one()

    def begins(self, sign: Sign) -> None:
        """A photo begins."""
        expect(sign.process > 0, f"{self.call} calls develop() in the main process")
        self.at_work[sign.what] = sign
        most = f"{self.call} develops {len(self.at_work)} photos at once: it should have two workers"
        expect(len(self.at_work) < 3, most)

    def reported(self, sign: Sign) -> None:
        """Somebody calls `report`."""
        done, total = sign.what
        told, count = f"{self.call} calls report({done}, {total})", len(self.done)
        expect(sign.process == 0, f"{told} in a worker, not in the main process")
        expect(total == len(self.photos), f"{told}: the total is {len(self.photos)}")
        self.reports += 1
        expect(self.reports <= total, f"{told} once more, after it has reported that all are done")
        place = "first" if self.reports == 1 else "then"
        expect(done == self.reports, f"{told} {place}, not report({self.reports}, {total})")
        expect(done <= count, f"{told} while {count or 'none'} {'is' if count < 2 else 'are'} done")
        sign.go_on()

    def develop_one(self) -> None:
        """Let a photo be done, the first one last, once those that are done are reported, or while it looks."""
        others = [photo for photo in self.at_work if photo != self.photos[0]]
        is_last = len(self.done) == len(self.photos) - 1
        if self.held and not others:
            self.held.pop().go_on()
        if (self.held or self.reports == len(self.done)) and (others or (self.at_work and is_last)):
            photo = (others or [*self.at_work])[0]
            self.done.append(photo)
            self.at_work.pop(photo).go_on()

    def why_stuck(self) -> str:
        """Why nobody can go on, if it is for what this check holds."""
        if not self.at_work:
            return ""
        held = f"as long as {named(self.at_work)} at work"
        if self.reports < len(self.done):
            reports = f"reports {self.reports} of {len(self.photos)} photos"
            return f"{self.call} {reports} {held}, though {named(self.done)} done"
        return f"{self.call} begins no other photo {held}: the other worker has nothing to do"


@pytest.mark.parametrize("photos", [["long", "a", "b", "c"], ["one"], []], ids=["four", "one", "none"])
def test_the_bar_grows(photos: list[str], tmp_path: Path) -> None:
    room = Darkroom(photos)
    with Play("growing_bar.py", tmp_path, PROGRAM, photos) as play:
        kind, developed = play.outcome(room.call, room.see, room.why_stuck)
    call, times = room.call, f"{room.reports} time{'s' * (room.reports != 1)}"
    expect(room.reports == len(photos), f"{call} calls report() {times}, for {len(photos)} photos")
    expect(kind == "dict", f"{call} returned a {kind}, not a dictionary")
    expect(not isinstance(developed, str), f"{call} returned {developed}")  # with what is no text nor None in it
    for photo in photos:
        expect(photo in developed, f"{call} returned nothing for {photo!r}")
        right = f"{photo}.jpg"
        expect(developed[photo] == right, f"{call} returned {developed[photo]!r} for {photo!r}, not {right!r}")
    expect(len(developed) == len(photos), f"{call} returned {len(developed)} photos, not {len(photos)}")
