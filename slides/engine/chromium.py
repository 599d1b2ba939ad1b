"""Find a Chromium on this machine: to print decks with, and to test them in."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/{0}.app/Contents/MacOS/{0}"
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
NONE = "No Chromium was found: install Chromium or Chrome, or run `playwright install chromium`."


def installed() -> str | None:
    """The path of a Chromium or Chrome; one that Playwright fetched counts. None where there is none."""
    on_path = [path for name in NAMES if (path := shutil.which(name))]
    on_mac = [path for name in ("Chromium", "Google Chrome") if os.path.exists(path := MAC.format(name))]
    return next(iter([*on_path, *on_mac, *_of_playwright()]), None)


def _of_playwright() -> list[str]:
    homes = {"darwin": "Library/Caches/ms-playwright", "linux": ".cache/ms-playwright"}
    home = Path(os.path.expanduser("~"))  # as it is where nobody knows it
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", home / homes.get(sys.platform, "none")))
    found = [*folder.glob("chromium-*/chrome-linux*/chrome"), *folder.glob("chromium-*/chrome-mac*/*.app/*/*/Chromium")]
    return [str(path) for path in sorted(found)]
