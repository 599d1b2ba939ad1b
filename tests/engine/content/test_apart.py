"""What is got ready apart is made by another process meanwhile, and leaves nothing behind, whatever becomes of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
PATIENCE = 60.0  # seconds

BEGIN = """\
import os
import signal
import threading
from pathlib import Path

from content.engine.site.apart import apart

made = Path("made")
here = os.getpid()
ours, theirs = os.pipe()


def make():
    made.write_text(str(os.getpid()))


def make_when_asked():
    os.read(ours, 1)
    make()


def make_for_ever():
    make()
    os.write(theirs, b"!")
    signal.pause()


"""


def printed(folder: Path, text: str) -> str:
    """What a program prints that is not one of several threads, as a builder is that begins."""
    ran = subprocess.run(
        [sys.executable, "-c", BEGIN + text],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return ran.stdout


def test_it_is_made_meanwhile_by_another_process(tmp_path: Path) -> None:
    text = """\
with apart(make_when_asked) as finished:
    print(made.exists())
    os.write(theirs, b"!")
    finished()
    print(made.read_text() != str(here))
"""
    assert printed(tmp_path, text) == "False\nTrue\n"


def test_it_is_there_when_all_that_goes_on_meanwhile_is_done(tmp_path: Path) -> None:
    text = "with apart(make_when_asked):\n    os.write(theirs, b'!')\nprint(made.exists())"
    assert printed(tmp_path, text) == "True\n"


def test_what_goes_wrong_is_for_whoever_asks_for_it_later(tmp_path: Path) -> None:
    assert printed(tmp_path, "with apart(lambda: 1 / 0) as finished:\n    finished()\nprint('goes on')") == "goes on\n"


def test_where_nobody_is_told_how_a_process_ended_it_is_there_too(tmp_path: Path) -> None:
    """As in a build that was started with this signal ignored."""
    text = """\
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
with apart(make):
    pass
print(made.exists())
"""
    assert printed(tmp_path, text) == "True\n"


def test_where_the_build_fails_meanwhile_it_is_ended(tmp_path: Path) -> None:
    text = """\
try:
    with apart(make_for_ever):
        os.read(ours, 1)
        raise SystemError("the build fails")
except SystemError as error:
    print(error)
try:
    os.kill(int(made.read_text()), 0)
except ProcessLookupError:
    print("it has ended")
"""
    assert printed(tmp_path, text) == "the build fails\nit has ended\n"


def test_ctrl_c_ends_it_without_a_word(tmp_path: Path) -> None:
    text = """\
with apart(make_for_ever):
    os.read(ours, 1)
    os.kill(int(made.read_text()), signal.SIGINT)
print("goes on")
"""
    assert printed(tmp_path, text) == "goes on\n"


def test_beside_another_thread_nothing_is_made(tmp_path: Path) -> None:
    text = """\
goes_home = threading.Event()
guest = threading.Thread(target=goes_home.wait)
guest.start()
with apart(make) as finished:
    finished()
print(made.exists())
goes_home.set()
"""
    assert printed(tmp_path, text) == "False\n"
