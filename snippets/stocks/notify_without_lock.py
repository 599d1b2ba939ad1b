"""notify() is for the thread that holds the lock of the condition."""

import threading

loaves = []
changed = threading.Condition()
loaves.append("rye")
changed.notify()

# /// run
# ends = "exit 1"
# ///
