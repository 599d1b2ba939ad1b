"""The check of `survive`: plain `pytest` in this folder runs it.

It leaves nothing to luck and nothing to seconds: by `play.py` and `stage.py` it holds each photo that a worker
develops, and of two at once a panorama ends its worker first. Each worker is held at its end until nobody else goes on;
by `stuck.py` it sees when nobody can. And once, an executor that gets a panorama breaks before it gets the next photo.
"""

from pathlib import Path

import pytest
from play import Play, Sign, expect

PROGRAM = """
import json, os, signal, sys
from concurrent.futures import ProcessPoolExecutor, wait
from stage import begin, hold_ends, hurry, perform, tell

hold_ends("survive")
import survive

begin()
hurry("survive")
real = survive.develop

def develop(photo):
    tell("begins", photo)
    if photo == "huge":  # as a panorama, but its name does not say so
        os.kill(os.getpid(), signal.SIGKILL)
    return real(photo)

survive.develop = develop
submit = ProcessPoolExecutor.submit

def submit_slowly(executor, *given, **options):
    future = submit(executor, *given, **options)
    if "panorama" in repr(given):
        wait([future])  # until the executor is broken
    return future

if os.environ.get("BREAKS_EARLY"):
    ProcessPoolExecutor.submit = submit_slowly
if __name__ == "__main__":
    perform(survive.develop_all, *json.loads(sys.argv[1]))
"""


def is_bad(photo: str) -> bool:
    """Whether a photo ends its worker."""
    return "panorama" in photo or photo == "huge"


class Darkroom:
    """What the workers develop."""

    def __init__(self, photos: list[str], breaks_early: bool = False) -> None:
        self.photos, self.breaks_early = photos, breaks_early
        self.call = f"develop_all({photos}){', where huge ends its worker,' if 'huge' in photos else ''}"
        if breaks_early:
            self.call += ", where panorama ends its worker before the next photo is submitted,"
        self.at_work: list[Sign] = []
        self.begun: list[str] = []
        self.most = 0  # at once
        self.deaths = 0
        self.is_seen = any(map(is_bad, photos))  # how many are at work at once

    def see(self, sign: Sign) -> None:
        """See that what happens is right, and let go on who may."""
        self.at_work = [one for one in self.at_work if not one.is_gone()]
        if sign.kind == "begins":
            photo = sign.what
            in_main = f"{self.call} calls develop({photo!r}) in the main process, which a panorama would end"
            expect(sign.process > 0, in_main)
            self.at_work.append(sign)
            self.begun.append(photo)
            again = f"{self.call} develops {photo!r} again and again, {self.begun.count(photo)} times"
            expect(self.begun.count(photo) <= len(self.photos) + 2, again)
            self.most = max(self.most, len(self.at_work))
            expect(self.most < 3, f"{self.call} develops {self.most} photos at once, not two at a time")
        self.is_seen = self.is_seen or sign.kind == "rests"
        is_pair = self.is_seen and len(self.at_work) > 1
        may_be_alone = sign.kind == "rests" and (self.most > 1 or self.deaths > 0 or len(self.photos) < 2)
        if self.at_work and (is_pair or may_be_alone or self.breaks_early):
            self.let_one_go_on()

    def let_one_go_on(self) -> None:
        """Let a photo be done, or end its worker: that first."""
        first = min(self.at_work, key=lambda sign: not is_bad(sign.what))
        self.at_work.remove(first)
        self.deaths += is_bad(first.what)
        first.go_on()

    def why_stuck(self) -> str:
        """Why nobody can go on, if it is for what this check holds."""
        few = f"{self.call} develops one photo after the other, not two at a time as long as none of them dies"
        return few if self.at_work else ""


@pytest.mark.parametrize(
    ("photos", "breaks_early"),
    [
        (["bride", "groom", "cake"], False),
        (["bride", "panorama", "groom"], False),
        (["panorama", "bride", "groom", "cake"], False),
        (["panorama", "bride", "groom", "cake"], True),
        (["old panorama", "bride", "huge", "cake"], False),
        (["panorama"], False),
        ([], False),
    ],
    ids=[
        "all are good",
        "one is bad",
        "the first is bad",
        "it breaks early",
        "two are bad",
        "the only one is bad",
        "none",
    ],
)
def test_what_becomes_of_the_photos(photos: list[str], breaks_early: bool, tmp_path: Path) -> None:
    room = Darkroom(photos, breaks_early)
    environment = {"BREAKS_EARLY": "1"} if breaks_early else {}
    with Play("survive.py", tmp_path, PROGRAM, photos, **environment) as play:
        kind, developed = play.outcome(room.call, room.see, room.why_stuck)
    call = room.call
    expect(kind == "dict", f"{call} returned a {kind}, not a dictionary")
    expect(not isinstance(developed, str), f"{call} returned {developed}")  # with what is no text nor None in it
    for photo in photos:
        expect(photo in developed, f"{call} returned nothing for {photo!r}")
        right = None if is_bad(photo) else f"{photo}.jpg"
        expect(developed[photo] == right, f"{call} returned {developed[photo]!r} for {photo!r}, not {right!r}")
    expect(len(developed) == len(photos), f"{call} returned {len(developed)} photos, not {len(photos)}")
