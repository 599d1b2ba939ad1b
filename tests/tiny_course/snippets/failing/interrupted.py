"""Ctrl-C reaches a program and its child, as a terminal sends it."""

import signal
import subprocess
import sys

CHILD = "import signal, sys; signal.signal(2, signal.SIG_DFL); print('ready', flush=True); sys.stdin.read()"
child = subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
try:
    child.wait()
except KeyboardInterrupt:
    print("interrupted, and so is the child:", signal.Signals(-child.wait()).name)

# /// run
# interrupt = "ready"
# ///
