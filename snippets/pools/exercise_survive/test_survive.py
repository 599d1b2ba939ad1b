"""The check of `survive`: plain `pytest` in this folder runs it.

It leaves nothing to luck: a photo is not done before a panorama that is at work beside it has ended its worker, and
where no photo does, each of the first two waits until the other has begun.
"""

import json
import linecache
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ANSWER = Path(__file__).with_name("survive.py")
# In the first round, good photos wait for the end of the first worker, and then take a moment.
PROGRAM = """
import json, multiprocessing, os, sys, threading, time
from pathlib import Path
import survive

real = survive.develop
photos, bad = json.loads(sys.argv[1])

def note(*words):
    with open("notes.txt", "a") as notes:
        notes.write(json.dumps(words) + "\\n")

def notes(kind):
    lines = Path("notes.txt").read_text().splitlines() if Path("notes.txt").exists() else []
    return [line for line in map(json.loads, lines) if line[0] == kind]

def wait_for(kind, number):
    patience = time.monotonic() + 5
    while len(notes(kind)) < number:
        if time.monotonic() > patience:
            return False
        threading.Event().wait(0.01)
    return True

def develop(photo):
    if multiprocessing.parent_process() is None:
        note("main", photo)
        os._exit(1)
    note("begins", photo)
    if photo in bad:
        if not notes("dies"):
            wait_for("begins", 2)
        note("dies", photo)
    elif bad and len(notes("dies")) == 0:
        wait_for("dies", 1)
        threading.Event().wait(0.3)
    elif not bad and not wait_for("begins", 2):
        note("alone")
    return real(photo)

survive.develop = develop
if __name__ == "__main__":
    developed = survive.develop_all(photos)
    note("returned", developed if isinstance(developed, dict) else repr(developed))
"""


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(re.sub(" at 0x[0-9a-f]+", "", told), pytrace=False)


def innermost(errors: str) -> str:
    """The line of the answer that was called last in a traceback, and the exception."""
    at = re.findall(rf'File "{re.escape(str(ANSWER))}", line (\d+)', errors)
    failed = re.findall(r"^[\w.]+(?:Error|Exception|BrokenProcessPool)\b.*", errors, re.MULTILINE)
    line = f"\n  at line {at[-1]}: {linecache.getline(str(ANSWER), int(at[-1])).strip()}" if at else ""
    return line + (f"\n  with {failed[-1]}" if failed else "")


def run(place: Path, photos: list[str], bad: list[str]) -> tuple[list[list[object]], str]:
    """What happened while the answer was at work, one after the other, and what was written to stderr."""
    (place / "program.py").write_text(PROGRAM, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "program.py", json.dumps([photos, bad])],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ANSWER.parent)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            _, errors = process.communicate(timeout=16)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)  # which multiprocessing's resource tracker outlives, to tidy up
            _, errors = process.communicate()
            errors += "\nTimeoutError: it does not come to an end"
    notes = place / "notes.txt"
    lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    return [json.loads(line) for line in lines], errors


@pytest.mark.parametrize(
    "photos",
    [["bride", "groom"], ["bride", "panorama", "groom"], ["old panorama", "bride", "panorama", "cake"]],
    ids=["all are good", "one is bad", "two are bad"],
)
def test_what_becomes_of_the_photos(photos: list[str], tmp_path: Path) -> None:
    bad = [photo for photo in photos if "panorama" in photo]
    happened, errors = run(tmp_path, photos, bad)
    call = f"develop_all({photos})"
    kinds = [str(kind) for kind, *_ in happened]
    expect(
        "main" not in kinds,
        f"{call} calls develop() in the main process: a bad photo would have ended the main process",
    )
    expect("alone" not in kinds, f"{call} develops one photo after the other, not two at a time")
    expect("returned" in kinds, f"{call} fails{innermost(errors)}")
    developed = happened[-1][1]
    expect(isinstance(developed, dict), f"{call} returned {developed}, not a dictionary")
    assert isinstance(developed, dict)
    for photo in photos:
        expect(photo in developed, f"{call} returned nothing for {photo!r}")
        right = None if photo in bad else f"{photo}.jpg"
        expect(developed[photo] == right, f"{call} returned {developed[photo]!r} for {photo!r}, not {right!r}")
    expect(len(developed) == len(photos), f"{call} returned {len(developed)} photos, not {len(photos)}")
