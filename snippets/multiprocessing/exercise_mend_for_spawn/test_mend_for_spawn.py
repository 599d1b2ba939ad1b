"""The check of `mend_for_spawn`: plain `pytest` in this folder runs it, with `stuck.py`.

It runs the script as a program of its own, on a computer that seems to have no `fork`, and on which any time given to
a wait is soon up. Each process that writes a bill tells so, and waits until three do or nobody does anything else. At
its end it waits again, with what it has not sent off yet.
"""

import linecache
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from stuck import SHORT, Watch

ANSWER = Path(__file__).with_name("mend_for_spawn.py")
ORDERS = {"Ada": 100, "Grace": 250, "Linus": 40}
PAYS = r"([A-Z][a-z]+) pays (\d+\.\d\d) euros"
END = "All bills are written."
SOON = 3  # looks
MOST_ENDS = 30 + 2 * (os.cpu_count() or 1)  # of processes: a pool makes a new one for each that dies as it begins
TOO_EARLY = "finished its bootstrapping phase"
IN_EACH_PROCESS = """
import os, socket, sys, threading, time
from multiprocessing import util
from multiprocessing.process import BaseProcess

def refuse():
    raise OSError("fork is not here, use spawn")

def write_and_tell(text, write=sys.stdout.write):
    if " pays " in text:
        tell(repr(text))
    return write(text)

def tell(text):
    with socket.create_connection(("127.0.0.1", PORT)) as line:
        line.sendall(f"{os.getpid()} {text}\\n".encode())
        line.recv(1)

def end(whole=util._exit_function):
    whole()
    tell("ends")

def join(process, timeout=None, whole=BaseProcess.join):
    whole(process, soon(timeout))

def wait(condition, timeout=None, whole=threading.Condition.wait):
    return whole(condition, soon(timeout))

def soon(seconds):
    return seconds if seconds is None else min(seconds, 0.05)

os.fork = refuse
sys.stdout.reconfigure(line_buffering=True)  # as in a terminal
sys.stdout.write = write_and_tell
util._exit_function = end  # which the main process calls by another name
BaseProcess.join, threading.Condition.wait = join, wait
time.sleep = lambda seconds, whole=time.sleep: whole(soon(seconds))
"""


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


class Script:
    """The script at work, with spawn: what it wrote, also to stderr, and which process wrote the bills of whom."""

    def __init__(self, place: Path, *arguments: str) -> None:
        self.written, self.errors = place / "written.txt", place / "errors.txt"
        self.writers: dict[str, int] = {}
        self.waiting: dict[int, socket.socket] = {}  # by process
        self.ending: dict[int, socket.socket] = {}
        self.comes_back, self.first, self.ends = True, "8" not in arguments, 0
        with socket.create_server(("127.0.0.1", 0), backlog=64) as self.server:
            self.server.settimeout(0.1)
            port = self.server.getsockname()[1]
            (place / "sitecustomize.py").write_text(IN_EACH_PROCESS.replace("PORT", str(port)), encoding="utf-8")
            with self.written.open("w") as written, self.errors.open("w") as errors:
                self.main = subprocess.Popen(
                    [sys.executable, str(ANSWER), *arguments],
                    env={**os.environ, "PYTHONPATH": str(place), "PYTHONUNBUFFERED": ""},
                    stdin=subprocess.DEVNULL,
                    stdout=written,
                    stderr=errors,
                    start_new_session=True,
                )
            try:
                self.run()
            finally:
                self.end()

    def run(self) -> None:
        """Hear who writes, and let them write, until the script has ended or will never end."""
        watch = Watch(self.main.pid)
        while self.main.poll() is None and self.comes_back:
            with suppress(TimeoutError):
                self.hear()
                watch.has_moved()
            watch.look()
            if len(self.waiting) >= len(ORDERS):  # one goes ahead, and whoever waits for it alone is seen
                self.waiting.pop((min if self.first else max)(self.waiting)).close()
                watch.has_moved()
            elif self.ending and watch.is_stuck(SOON, SHORT):  # so a pool that is not waited for has ended them
                let_go(self.ending)
                watch.has_moved()
            elif self.waiting and watch.rests():
                let_go(self.waiting)
                watch.has_moved()
            self.comes_back = not watch.is_stuck() and not watch.works_on() and self.ends <= MOST_ENDS

    def hear(self) -> None:
        """Take what one process tells. A pool may end one before it has said a word."""
        line, _ = self.server.accept()
        process, _, text = line.makefile().readline().partition(" ")
        if process:
            self.writers |= dict.fromkeys([name for name, _ in re.findall(PAYS, text)], int(process))
            (self.ending if text == "ends\n" else self.waiting)[int(process)] = line
            self.ends += text == "ends\n"

    def end(self) -> None:
        """End what is left of it."""
        let_go(self.waiting)
        let_go(self.ending)
        for signal_number in (signal.SIGTERM, signal.SIGKILL):  # a resource tracker outlives the first, to tidy up
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.main.pid, signal_number)
            with suppress(subprocess.TimeoutExpired):
                self.main.wait(1)
                break


def let_go(waiting: dict[int, socket.socket]) -> None:
    """Let these processes go on."""
    for line in waiting.values():
        line.close()
    waiting.clear()


def why(errors: str) -> str:
    """The line of the script that failed last, and how."""
    at = re.findall(rf'File "{re.escape(str(ANSWER))}", line (\d+)', errors)
    line = f"\n  at line {at[-1]}: {linecache.getline(str(ANSWER), int(at[-1])).strip()}" if at else ""
    failed = re.findall(r"^[\w.]+(?:Error|Exception)\b.*", errors, re.MULTILINE)[-1:] or errors.splitlines()[-1:]
    return f"{line}\n  with {re.sub(' at 0x[0-9a-f]+', '', failed[0])}" if failed else line


@pytest.mark.parametrize(("arguments", "tax"), [(["19"], 19), (["8"], 8), ([], 7)], ids=["19", "8", "none"])
def test_bills_with_tax(arguments: list[str], tax: int, tmp_path: Path) -> None:
    ran = Script(tmp_path, *arguments)
    written, errors = ran.written.read_text(encoding="utf-8"), ran.errors.read_text(encoding="utf-8")
    script = " ".join(["with spawn,", ANSWER.name, *arguments])
    if TOO_EARLY in errors:  # what a new process says, and then what the script makes of it
        at = why(errors.partition(TOO_EARLY)[0]).rpartition("\n")[0]
        expect(False, f"{script}: a new process imports the file, and must not start one itself{at}")
    done = f"write_bill() has written {len(ran.writers)} of {len(ORDERS)} bills"
    expect(ran.comes_back, f"{script} does not come to an end; {done}{why(errors)}")
    expect(ran.main.returncode == 0, f"{script} fails; {done}{why(errors)}")
    title = f"Bills with {tax} percent tax:"
    expect(title in written, f"{script} does not write {title!r} before it starts write_bill()")
    again = "before write_bill(), each new process runs the lines that are not under the guard"
    for line in (title, END):
        expect(written.count(line) < 2, f"{script} writes {written.count(line)} times {line!r}: {again}")
    bills = re.findall(PAYS, written)
    for name, price in ORDERS.items():
        pays = [euros for customer, euros in bills if customer == name]
        expect(bool(pays), f"{script}: write_bill({name!r}) writes no bill{why(errors)}")
        expect(len(pays) == 1, f"{script}: {name!r} gets {len(pays)} bills from write_bill()")
        right = f"{price * (100 + tax) / 100:.2f}"
        told = f"{script}: write_bill({name!r}) writes {pays[0]} euros, not {right}: what tax does it know?"
        expect(pays == [right], told)
    early = f"{script} does not end with {END!r}: a process may still be in write_bill() then"
    expect(written.endswith(f"{END}\n"), early)
    home = f"{script} runs write_bill() in the main process, not in a process for each customer"
    expect(ran.main.pid not in ran.writers.values(), home)
    number = len({*ran.writers.values()})
    expect(number == len(ORDERS), f"{script} runs write_bill() for {len(ORDERS)} customers in {number} new processes")
