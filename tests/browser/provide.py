"""Get a Chromium for the tests where the machine has none."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from slides.engine import chromium

PACKAGES = ("chromium", "libatomic1")  # Debian's chromium does not ask for the second and does not start without it


def obtain(announce: Callable[[str], None]) -> str | None:
    """Find a Chromium, or else install one: Playwright's, or Debian's where we are root. None if that fails too.

    Two test workers that need one at once wait for each other. Each attempt to install is announced in one line.
    """
    with open(Path(tempfile.gettempdir()) / "course-chromium.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for install in (None, _from_playwright, _from_debian):
            if install:
                install(announce)
            if path := chromium.installed():
                return path
    return None


def _from_playwright(announce: Callable[[str], None]) -> None:
    announce("No Chromium found; fetching Playwright's.")
    _quietly([sys.executable, "-m", "playwright", "install", "chromium"])


def _from_debian(announce: Callable[[str], None]) -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        announce(f"No Chromium found; installing Debian's: apt-get install {' '.join(PACKAGES)}.")
        _quietly(["apt-get", "update"])
        _quietly(["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES])


def _quietly(command: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, capture_output=True, check=False, timeout=900, stdin=subprocess.DEVNULL)
