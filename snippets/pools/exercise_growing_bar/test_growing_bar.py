"""The check of `growing_bar`: plain `pytest` in this folder runs it.

It leaves nothing to luck: the first photo is not done before the three others are reported.
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
from typing import Any

import pytest

ANSWER = Path(__file__).with_name("growing_bar.py")
PHOTOS = ["long", "a", "b", "c"]
# Whatever happens is noted in a file, by all processes.
PROGRAM = """
import json, multiprocessing, os, sys, threading, time
from pathlib import Path
import growing_bar

real = growing_bar.develop

def note(*words):
    with open("notes.txt", "a") as notes:
        notes.write(json.dumps(words) + "\\n")

def notes(kind):
    lines = Path("notes.txt").read_text().splitlines() if Path("notes.txt").exists() else []
    return [line for line in map(json.loads, lines) if line[0] == kind]

def develop(photo):
    if multiprocessing.parent_process() is None:
        note("main", photo)
        os._exit(1)
    patience = time.monotonic() + 7
    while photo == "long" and len(notes("reported")) < 3:
        if time.monotonic() > patience:
            note("stuck")
            break
        threading.Event().wait(0.01)
    note("done", photo)
    return real(photo)

growing_bar.develop = develop
if __name__ == "__main__":
    def report(done, total):
        note("reported", done, total, len(notes("done")))
    developed = growing_bar.develop_all(json.loads(sys.argv[1]), report)
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


def run(place: Path, photos: list[str]) -> tuple[list[list[Any]], str]:
    """What happened while the answer was at work, one after the other, and what was written to stderr."""
    (place / "program.py").write_text(PROGRAM, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "program.py", json.dumps(photos)],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ANSWER.parent)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            _, errors = process.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)  # which multiprocessing's resource tracker outlives, to tidy up
            _, errors = process.communicate()
            errors += "\nTimeoutError: it does not come to an end"
    notes = place / "notes.txt"
    lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    return [json.loads(line) for line in lines], errors


def test_the_bar_grows(tmp_path: Path) -> None:
    happened, errors = run(tmp_path, PHOTOS)
    call = f"develop_all({PHOTOS}, report)"
    kinds = [str(kind) for kind, *_ in happened]
    expect("main" not in kinds, f"{call} calls develop() in the main process")
    reports = [what for kind, *what in happened if kind == "reported"]
    for done, _, truly in reports:
        are_done = f"{truly or 'none'} {'is' if truly < 2 else 'are'} done"
        expect(done <= truly, f"{call} reports {done} of {len(PHOTOS)} photos, and {are_done}")
    if "stuck" in kinds:
        early = kinds[: kinds.index("stuck")].count("reported")
        expect(False, f"{call} reports {early} of {len(PHOTOS)} photos while the first one takes long, not 3")
    expect("returned" in kinds, f"{call} fails{innermost(errors)}")
    for number, (done, total, _) in enumerate(reports, start=1):
        told = f"{call} reports {done} of {total} {'first' if number == 1 else 'then'}, not {number} of {len(PHOTOS)}"
        expect((done, total) == (number, len(PHOTOS)), told)
    expect(len(reports) == len(PHOTOS), f"{call} reports {len(reports)} times, not {len(PHOTOS)} times")
    developed = happened[-1][1]
    expect(isinstance(developed, dict), f"{call} returned {developed}, not a dictionary")
    for photo in PHOTOS:
        expect(photo in developed, f"{call} returned nothing for {photo!r}")
        right = f"{photo}.jpg"
        expect(developed[photo] == right, f"{call} returned {developed[photo]!r} for {photo!r}, not {right!r}")
    expect(len(developed) == len(PHOTOS), f"{call} returned {len(developed)} photos, not {len(PHOTOS)}")
