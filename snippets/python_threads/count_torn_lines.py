"""Four threads print 1500 lines each into a pipe; those that do not arrive whole are counted."""

import io
import os
import subprocess
import sys
import threading

NAMES = ("reader", "writer", "logger", "packer")
printing = threading.Lock()


def report(name: str, way: str) -> None:
    for page in range(1500):
        if way == "write":
            sys.stdout.write(f"{name} saved {page}\n")
        elif way == "lock":
            with printing:
                print(name, "saved", page)
        else:
            print(name, "saved", page)


def count(way: str, unbuffered: str = "") -> None:
    given = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    text = subprocess.check_output([sys.executable, __file__, way], env=given, text=True)
    whole = {f"{name} saved {page}" for name in NAMES for page in range(1500)}
    torn = sum(line not in whole for line in text.splitlines())
    print(f"{way:5} {'unbuffered' if unbuffered else 'line by line':12} {torn:5} torn lines")


if len(sys.argv) > 1:
    assert isinstance(sys.stdout, io.TextIOWrapper)
    sys.stdout.reconfigure(line_buffering=True)  # as in a terminal
    for name in NAMES:
        threading.Thread(target=report, args=(name, sys.argv[1])).start()
else:
    count("print")
    count("print", unbuffered="1")
    count("write", unbuffered="1")
    count("lock", unbuffered="1")

# /// run
# output = "varies"
# because = "the system decides when one thread interrupts another"
# ///
