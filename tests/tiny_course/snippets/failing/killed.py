"""A signal ends the program."""

import os
import signal

print("still alive")
os.kill(os.getpid(), signal.SIGKILL)

# /// run
# ends = "signal SIGKILL"
# ///
