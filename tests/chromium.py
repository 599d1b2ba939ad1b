"""Find a Chromium for the tests, or get one."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/{0}.app/Contents/MacOS/{0}"
SHARED_LIBRARY = "libatomic1"  # Debian's chromium does not ask for it and does not start without it
PACKAGES = ("chromium", SHARED_LIBRARY)
NONE = "No Chromium here and none to be had: install Chromium or Chrome, or run `playwright install chromium`."


def installed() -> str | None:
    """The path of a Chromium or Chrome that this machine has; a version of its own that Playwright fetched counts."""
    on_path = [path for name in NAMES if (path := shutil.which(name))]
    on_mac = [path for name in ("Chromium", "Google Chrome") if os.path.exists(path := MAC.format(name))]
    return next(iter([*on_path, *on_mac, *_of_playwright()]), None)


def _of_playwright() -> list[str]:
    homes = {"darwin": "Library/Caches/ms-playwright", "linux": ".cache/ms-playwright"}
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / homes.get(sys.platform, "none")))
    found = [*folder.glob("chromium-*/chrome-linux*/chrome"), *folder.glob("chromium-*/chrome-mac*/*.app/*/*/Chromium")]
    return [str(path) for path in sorted(found)]


def obtain(announce: Callable[[str], None]) -> str | None:
    """Find a Chromium, or else install one: Playwright's, or Debian's where we are root. None if that fails too.

    Two test workers that need one at once wait for each other. Each attempt to install is announced in one line.
    """
    with open(Path(tempfile.gettempdir()) / "course-chromium.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for install in (None, _from_playwright, _from_debian):
            if install:
                install(announce)
            if path := installed():
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
