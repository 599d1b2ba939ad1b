"""The check of `mend_for_spawn`: plain `pytest` in this folder runs it.

It runs the script as a program of its own, on a computer that seems to have no `fork`.
"""

import linecache
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ANSWER = Path(__file__).with_name("mend_for_spawn.py")
ORDERS = {"Ada": 100, "Grace": 250, "Linus": 40}
STARTED = "[a process was started]"
AT_HOME = "[the main process wrote a bill]"
TOO_EARLY = "finished its bootstrapping phase"
RUN = f"""
import multiprocessing.process, os, runpy, sys

def refuse():
    raise OSError("fork is not here, use spawn")

def start_and_tell(process, start=multiprocessing.process.BaseProcess.start):
    start(process)
    print({STARTED!r}, file=sys.stderr)

def write_and_tell(text, write=sys.stdout.write):
    if " pays " in text:
        print({AT_HOME!r}, file=sys.stderr)
    return write(text)

sys.stdout.write = write_and_tell
os.fork = refuse
multiprocessing.process.BaseProcess.start = start_and_tell
runpy.run_path({str(ANSWER)!r}, run_name="__main__")
"""


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def run_script(*arguments: str) -> tuple[int, str, str]:
    """Run the script with spawn; its exit status, what it wrote, and what it wrote to stderr."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        [sys.executable, "-c", RUN, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as script:
        try:
            written, errors = script.communicate(timeout=12)
        except subprocess.TimeoutExpired:
            os.killpg(script.pid, signal.SIGTERM)  # which multiprocessing's resource tracker outlives, to tidy up
            written, errors = script.communicate()
            errors += "TimeoutError: it does not come to an end"
    return script.returncode, written, errors


def why(errors: str) -> str:
    """The line of the script that failed last, and how."""
    at = re.findall(rf'File "{re.escape(str(ANSWER))}", line (\d+)', errors)
    line = f"\n  at line {at[-1]}: {linecache.getline(str(ANSWER), int(at[-1])).strip()}" if at else ""
    failed = re.findall(r"^[\w.]+(?:Error|Exception)\b.*", errors, re.MULTILINE)[-1:] or errors.splitlines()[-1:]
    return f"{line}\n  with {re.sub(' at 0x[0-9a-f]+', '', failed[0])}" if failed else line


@pytest.mark.parametrize("tax", [19, 8])
def test_bills_with_tax(tax: int) -> None:
    status, written, errors = run_script(str(tax))
    script = f"with spawn, {ANSWER.name} {tax}"
    if TOO_EARLY in errors:  # what a new process says, and then what the script makes of it
        at = why(errors.partition(TOO_EARLY)[0]).rpartition("\n")[0]
        expect(False, f"{script}: a new process imports the file, and must not start one itself{at}")
    expect(status == 0, f"{script} fails, and write_bill() does not run{why(errors)}")
    title = f"Bills with {tax} percent tax:"
    expect(title in written, f"{script} does not write {title!r} before it starts write_bill()")
    again = "before write_bill(), each new process runs the lines that are not under the guard"
    expect(written.count(title) == 1, f"{script} writes {written.count(title)} times {title!r}: {again}")
    bills = re.findall(r"([A-Z][a-z]+) pays (\d+\.\d\d) euros", written)
    for name, price in ORDERS.items():
        pays = ", ".join(euros for customer, euros in bills if customer == name)
        expect(pays != "", f"{script}: write_bill({name!r}) writes no bill{why(errors)}")
        right = f"{price * (100 + tax) / 100:.2f}"
        expect(
            pays == right, f"{script}: write_bill({name!r}) writes {pays} euros, not {right}: what tax does it know?"
        )
    expect(written.endswith("All bills are written.\n"), f"{script} does not end with 'All bills are written.'")
    expect(AT_HOME not in errors, f"{script} runs write_bill() in the main process, not in a process for each customer")
    started = errors.count(STARTED)
    expect(started >= len(ORDERS), f"{script} runs write_bill() for {len(ORDERS)} customers in {started} new processes")
