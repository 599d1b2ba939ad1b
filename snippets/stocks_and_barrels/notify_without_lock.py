"""notify() is for the thread that holds the lock of the condition."""

import threading

shelf: list[str] = []
delivery = threading.Condition()
shelf.append("teapot")
delivery.notify()

# /// run
# ends = "exit 1"
# ///
