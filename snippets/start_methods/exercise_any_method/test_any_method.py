"""The check of `any_method`: plain `pytest` in this folder runs it.

Each start method has a program of its own, which calls the answer twice.
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

ANSWER = Path(__file__).with_name("any_method.py")
CITIES = ["Oslo", "Rome", "Cairo"]
RIGHT = {"F": ["Oslo: 23 °F", "Rome: 68 °F", "Cairo: 95 °F"], "C": ["Oslo: -5 °C", "Rome: 20 °C", "Cairo: 35 °C"]}
KINDS = {"fork": "ForkProcess", "spawn": "SpawnProcess", "forkserver": "ForkServerProcess"}
PROGRAM = """
import json, sys
import any_method
if __name__ == "__main__":
    cities, method = json.loads(sys.argv[1])
    for edition in "FC":
        lines = any_method.forecasts(cities, edition, method)
        print("[answer]", json.dumps(lines if isinstance(lines, list) else repr(lines)), flush=True)
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


def run(place: Path, method: str) -> tuple[list[object], str]:
    """What two calls return under a start method, as far as they do, and what was written to stderr."""
    program = place / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(program), json.dumps([CITIES, method])],
        env={**os.environ, "PYTHONPATH": str(ANSWER.parent)},
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
    told = [line.partition(" ")[2] for line in written.splitlines() if line.startswith("[answer]")]
    return [json.loads(line) for line in told], errors


@pytest.mark.parametrize("method", KINDS)
def test_under(method: str, tmp_path: Path) -> None:
    returned, errors = run(tmp_path, method)
    for number, edition in enumerate("FC"):
        call = f"forecasts({CITIES}, {edition!r}, {method!r}){', called second,' if number else ''}"
        expect(len(returned) > number, f"{call} fails{innermost(errors)}")
        lines = returned[number]
        expect(isinstance(lines, list), f"{call} returned {lines}, not a list")
        assert isinstance(lines, list)
        expect(len(lines) == len(CITIES), f"{call} returned {len(lines)} lines, not {len(CITIES)}")
        for line, right in zip(lines, RIGHT[edition], strict=True):
            weather, _, kind = str(line).partition(", by ")
            expect(weather == right, f"{call} returned {weather!r}, not {right!r}: what unit does that worker have?")
            expect(kind == KINDS[method], f"{call} is made by {kind}, not by {KINDS[method]}")
