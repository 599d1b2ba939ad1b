"""Four threads print 1500 lines each into a pipe; those that do not arrive whole are counted."""

import io
import os
import sys
import threading
from subprocess import check_output

NAMES = "Ann", "Ben", "Cleo", "Dan"
printing = threading.Lock()


def bake(name, way):
    for loaf in range(1500):
        if way == "print":
            print(name, "baked", loaf)
        elif way == "write":
            sys.stdout.write(f"{name} baked {loaf}\n")
        else:
            with printing:
                print(name, "baked", loaf)


def count(way, unbuffered):
    given = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    text = check_output([sys.executable, __file__, way], env=given, text=True)
    whole = {f"{name} baked {loaf}" for name in NAMES for loaf in range(1500)}
    torn = sum(line not in whole for line in text.splitlines())
    print(f"PYTHONUNBUFFERED={unbuffered:1}  {way:5}  {torn:4} torn lines")


if len(sys.argv) > 1:
    assert isinstance(sys.stdout, io.TextIOWrapper)
    sys.stdout.reconfigure(line_buffering=True)  # as in a terminal
    for name in NAMES:
        threading.Thread(target=bake, args=(name, sys.argv[1])).start()
else:
    for way, unbuffered in ("print", ""), ("print", "1"), ("write", "1"), ("lock", "1"):
        count(way, unbuffered)

# /// run
# output = "varies"
# because = "the system decides when one thread interrupts another"
# ///
