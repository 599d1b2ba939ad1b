"""The check of `rainy_days`: plain `pytest` in this folder runs it.

It leaves nothing to luck: where two workers are asked for, each of two days waits until the other has begun, too. And
every run has a hash seed of its own.
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

ANSWER = Path(__file__).with_name("rainy_days.py")
PROGRAM = """
import json, os, sys, threading, time
import rainy_days

real = rainy_days.rain

def rain(dice):
    until = int(os.environ["TOGETHER"])
    open(f"begun {os.getpid()} {time.monotonic_ns()}", "w").close()
    patience = time.monotonic() + 8
    while len([name for name in os.listdir() if name.startswith("begun")]) < until:
        if time.monotonic() > patience:
            open("alone", "w").close()
            break
        threading.Event().wait(0.01)
    return real(dice)

rainy_days.rain = rain
if __name__ == "__main__":
    days, seed, workers = json.loads(sys.argv[1])
    drawn = rainy_days.simulate(days, seed, workers)
    print("[answer]", json.dumps(drawn if isinstance(drawn, list) else repr(drawn)), flush=True)
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


def drawn(place: Path, days: list[int], seed: int, workers: int) -> dict[int, list[int]]:
    """The rain of each day in a run of its own; with two workers, both are to begin before one of them goes on."""
    number = len(list(place.iterdir()))
    folder = place / f"run {number}"
    folder.mkdir()
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    given = {"PYTHONPATH": str(ANSWER.parent), "PYTHONHASHSEED": str(number), "TOGETHER": str(workers)}
    call = f"simulate({days}, {seed}, {workers})"
    with subprocess.Popen(
        [sys.executable, "program.py", json.dumps([days, seed, workers])],
        cwd=folder,
        env={**os.environ, **given},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            written, errors = process.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)  # which multiprocessing's resource tracker outlives, to tidy up
            written, errors = process.communicate()
            errors += "\nTimeoutError: it does not come to an end"
    told = re.findall(r"^\[answer\] (.*)$", written, re.MULTILINE)
    expect(bool(told), f"{call} fails{innermost(errors)}")
    expect(not (folder / "alone").exists(), f"{call} makes its days one after the other, not in {workers} processes")
    rain = json.loads(told[0])
    expect(isinstance(rain, list), f"{call} returned {rain}, not a list")
    expect(len(rain) == len(days), f"{call} returned the rain of {len(rain)} days, not of {len(days)}")
    return dict(zip(days, rain, strict=True))


def test_it_can_be_repeated(tmp_path: Path) -> None:
    first = drawn(tmp_path, [0, 1, 2], 1, 1)
    again = drawn(tmp_path, [0, 1, 2], 1, 1)
    expect(first == again, f"simulate([0, 1, 2], 1, 1) gives day 0 {first[0]}, and in another run {again[0]}")
    for one, other in ((0, 1), (1, 2)):
        expect(first[one] != first[other], f"simulate() gives the same rain on day {one} and on day {other}")


def test_the_number_of_workers_makes_no_difference(tmp_path: Path) -> None:
    alone, together = drawn(tmp_path, [0, 1], 1, 1), drawn(tmp_path, [0, 1], 1, 2)
    expect(together[0] != together[1], "simulate([0, 1], 1, 2) gives the same rain on day 0 and on day 1")
    for day in alone:
        told = f"simulate([0, 1], 1, 1) gives day {day} {alone[day]}, and with 2 workers {together[day]}"
        expect(alone[day] == together[day], told)


def test_no_two_seeds_have_a_day_in_common(tmp_path: Path) -> None:
    of_seed = {seed: drawn(tmp_path, [0, 1, 2, 3, 23], seed, 1) for seed in (1, 2, 12)}
    seen: dict[str, str] = {}
    for seed, rain in of_seed.items():
        for day, millimetres in rain.items():
            who = f"day {day} of seed {seed}"
            other = seen.setdefault(json.dumps(millimetres), who)
            expect(other == who, f"simulate() gives {other} and {who} the same rain: the same rain on day {day}")
