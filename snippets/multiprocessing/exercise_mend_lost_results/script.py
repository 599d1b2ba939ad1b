"""Run a script as a program of its own, on a computer that seems to have no `fork`.

Nothing is measured in seconds, of which a busy computer needs more: beside the script a clock is running, a program
that counts. The script has to come to its end before the clock does, which takes a processor some twenty times as long.
"""

import linecache
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

COUNT = "for _ in range(80_000_000): pass"
STARTED, CALLED = "[a process was started]", "[the main process called it]"
FAILED = re.compile(r"^(?:\w+\.)*(\w*(?:Error|Exception|BrokenProcessPool)(?::\s+.+)?)$", re.MULTILINE)
UNTOLD = re.compile(r" at 0x[0-9a-f]+| from '[^']*'")  # of the words of a failure
RUN = f"""
import multiprocessing.process, os, runpy, sys

path, watched, *sys.argv = sys.argv[1:]

def no_fork():
    raise OSError("there is no fork on this computer")

def start_and_tell(process, start=multiprocessing.process.BaseProcess.start):
    start(process)
    print({STARTED!r}, file=sys.stderr)

def tell_call(frame, event, argument):
    if event == "call" and frame.f_code.co_name == watched and frame.f_code.co_filename == path:
        print({CALLED!r}, file=sys.stderr)

os.fork = no_fork
multiprocessing.process.BaseProcess.start = start_and_tell
sys.stdout.reconfigure(line_buffering=True)
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
    def is_done_at_home(self) -> bool:
        """Whether the function was called in the main process."""
        return CALLED in self.errors

    def line(self, path: Path) -> str:
        """The last line of the script that failed, on a line of its own; empty if none did."""
        at = re.findall(rf'File "{re.escape(str(path))}", line (\d+)', self.errors)
        return f"\n  line {at[-1]}: {linecache.getline(str(path), int(at[-1])).strip()}" if at else ""

    def why(self, path: Path) -> str:
        """The last line of the script that failed, and how; empty if nothing did."""
        if self.is_endless:
            return "\n  it does not come to an end"
        failed = FAILED.findall(self.errors)
        words = UNTOLD.sub("", " ".join(failed[-1].split())) if failed else ""
        return self.line(path) + (f"\n  {words}" if words else "")


def run(path: Path, function: str, *arguments: str) -> Ran:
    """Run the script at the path with these arguments, and see whether the main process calls the function."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    call = [sys.executable, "-c", RUN, str(path), function, str(path), *arguments]
    ended: list[str] = []
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as errors:
        script = subprocess.Popen(
            call, env=clean, stdin=subprocess.DEVNULL, stdout=printed, stderr=errors, start_new_session=True
        )
        clock = subprocess.Popen([sys.executable, "-c", COUNT])

        def end_the_script() -> None:
            if not clock.wait() and script.poll() is None:
                ended.append("by the clock")
                os.killpg(script.pid, signal.SIGKILL)

        watch = threading.Thread(target=end_the_script)
        watch.start()
        status = script.wait()
        clock.kill()
        watch.join()
        printed.seek(0)
        errors.seek(0)
        lines = printed.read().decode(errors="replace").splitlines()
        return Ran(lines, errors.read().decode(errors="replace"), status, bool(ended))
