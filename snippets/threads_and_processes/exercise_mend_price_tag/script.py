"""Run a script as a program of its own, on a computer that seems to have no `fork`.

Nothing is measured in seconds, of which a busy computer needs more: by `stuck.py` it is seen when nobody can go on any
more, and when the script has worked for much longer than it needs.
"""

import linecache
import os
import re
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from stuck import Watch

LOOK, LONG = 0.1, 12  # seconds between two looks at the script; looks at children that sleep, and wake now and then
TIMED_OUT = "[a time-out ended a wait at line]"
STARTED, CALLED, PRINTED = "[a process was started]", "[the main process called it]", "[the main process printed]"
FAILED = re.compile(r"^(?:\w+\.)*(\w*(?:Error|Exception|BrokenProcessPool)(?::\s+.+)?)$", re.MULTILINE)
METHOD = re.compile(r"^\[by\] (.*)$", re.MULTILINE)
GIVEN = re.compile(r"^\[a child was given\] (.*)$", re.MULTILINE)
UNTOLD = re.compile(r" at 0x[0-9a-f]+| from '[^']*'")  # of the words of a failure
IN_A_CHILD = """
import sys

def tell_given(frame, event, argument):
    if event == "call" and frame.f_code.co_filename == PATH and frame.f_code.co_name != "<module>":
        sys.stderr.write(f"[a child was given] {[*frame.f_locals.values()]}\\n")

sys.stdout.reconfigure(line_buffering=True)  # as on a terminal: so it is there, whoever ends this child, and when
sys.setprofile(tell_given)
"""
RUN = f"""
import concurrent.futures, multiprocessing.process, multiprocessing.spawn, os, runpy, sys, threading, time

path, watched, *sys.argv = sys.argv[1:]
sys.path.append({str(Path(__file__).parent)!r})
from stuck import Watch

sys.path.pop()
printed = []

def tell_too(whole=multiprocessing.spawn.get_command_line, **given):
    *first, program, last = whole(**given)
    return [*first, {IN_A_CHILD!r}.replace("PATH", repr(path)) + program, last]

def wait_for_children():  # what is printed first, but after they were started, may come late
    watch = Watch(os.getpid(), [threading.get_native_id()])
    while multiprocessing.active_children() and not printed and not watch.rests() and watch.idle < {LONG}:
        time.sleep({LOOK})
        watch.look()
    printed.append(True)

def no_fork():
    raise OSError("there is no fork on this computer")

def start_and_tell(process, start=multiprocessing.process.BaseProcess.start):
    start(process)
    print({STARTED!r} + "\\n[by] " + process._popen.method, file=sys.stderr)

def tell_call(frame, event, argument):
    if event == "call" and frame.f_code.co_name == watched and frame.f_code.co_filename == path:
        print({CALLED!r}, file=sys.stderr)

def write_and_tell(text, write=sys.stdout.write):
    if text.strip():
        print({PRINTED!r}, file=sys.stderr)
        wait_for_children()
    return write(text)

def early(wait, what, timeout):  # on a busy computer, any time-out may end a wait
    try:
        return wait(what, timeout and 0)
    except concurrent.futures.TimeoutError:
        frame = sys._getframe()
        while frame and frame.f_code.co_filename != path:
            frame = frame.f_back
        print({TIMED_OUT!r}, frame.f_lineno if frame else 0, file=sys.stderr)
        raise

def last_first(futures, timeout=None, whole=concurrent.futures.as_completed):
    those = [*futures]
    early(lambda *given: [*whole(*given)], those, timeout)
    yield from reversed(those)

def result(future, timeout=None, whole=concurrent.futures.Future.result):
    return early(whole, future, timeout)

concurrent.futures.Future.result = result
concurrent.futures.as_completed = last_first  # it gives no order
multiprocessing.spawn.get_command_line = tell_too
os.fork = no_fork
multiprocessing.process.BaseProcess.start = start_and_tell
sys.stdout.reconfigure(line_buffering=True)
sys.stdout.write = write_and_tell
sys.setprofile(tell_call)
runpy.run_path(path, run_name="__main__")
"""


@dataclass(frozen=True)
class Ran:
    """What came of a run: the lines it printed, what it wrote to stderr, whether it came to an end, and how."""

    lines: list[str]
    errors: str
    status: int
    is_endless: bool

    @property
    def processes(self) -> int:
        """How many processes the main process started."""
        return self.errors.count(STARTED)

    @property
    def other_methods(self) -> str:
        """The start methods of these processes, except `spawn`."""
        return " and ".join(sorted({*METHOD.findall(self.errors)} - {"spawn"}))

    @property
    def is_done_at_home(self) -> bool:
        """Whether the function was called in the main process."""
        return CALLED in self.errors

    @property
    def is_printed_at_home(self) -> bool:
        """Whether the main process printed anything."""
        return PRINTED in self.errors

    @property
    def given(self) -> list[str]:
        """With what the children called the functions of the script."""
        return GIVEN.findall(self.errors)

    def line(self, path: Path) -> str:
        """The last line of the script that failed, on a line of its own; empty if none did."""
        at = re.findall(rf'File "{re.escape(str(path))}", line (\d+)', self.errors)
        return f"\n  line {at[-1]}: {linecache.getline(str(path), int(at[-1])).strip()}" if at else ""

    def why(self, path: Path) -> str:
        """The line of the script where a time-out ended a wait, or the last that failed, and how; empty if none did."""
        if self.is_endless:
            return "\n  it does not come to an end"
        if late := re.findall(rf"{re.escape(TIMED_OUT)} ([1-9]\d*)", self.errors):
            waits = linecache.getline(str(path), int(late[0])).strip()
            return f"\n  line {late[0]}: {waits}\n  a time-out ends this wait, and what it waits for comes later"
        failed = FAILED.findall(self.errors)
        words = UNTOLD.sub("", " ".join(failed[-1].split())) if failed else ""
        return self.line(path) + (f"\n  {words}" if words else "")


def comes_to_its_end(script: subprocess.Popen[bytes]) -> bool:
    """Wait until a script has ended, however busy the computer is; False if it never will."""
    watch = Watch(script.pid)
    while True:
        with suppress(subprocess.TimeoutExpired):
            script.wait(LOOK)
            return True
        watch.look()
        if watch.is_stuck() or watch.works_on():
            return False


def run(path: Path, function: str, *arguments: str) -> Ran:
    """Run the script at the path with these arguments, and see whether the main process calls the function."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    call = [sys.executable, "-c", RUN, str(path), function, str(path), *arguments]
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as errors:
        script = subprocess.Popen(
            call, env=clean, stdin=subprocess.DEVNULL, stdout=printed, stderr=errors, start_new_session=True
        )
        is_endless = not comes_to_its_end(script)
        if is_endless:
            os.killpg(script.pid, signal.SIGKILL)
        status = script.wait()
        printed.seek(0)
        errors.seek(0)
        lines = printed.read().decode(errors="replace").splitlines()
        return Ran(lines, errors.read().decode(errors="replace"), status, is_endless)
