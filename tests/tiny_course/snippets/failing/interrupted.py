"""Ctrl-C reaches a program and its child, as a terminal sends it."""

import signal
import subprocess
import sys
import time

CHILD = "import signal, sys; signal.signal(2, signal.SIG_DFL); print('ready', flush=True); sys.stdin.read()"
command = [sys.executable, "-c", CHILD]
child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
assert child.stdout
try:
    print(child.stdout.readline().decode(), end="", flush=True)
    while True:
        time.sleep(0.05)
except KeyboardInterrupt:
    print("interrupted, and so is the child:", signal.Signals(-child.wait()).name)

# /// run
# interrupt = "ready"
# ///
