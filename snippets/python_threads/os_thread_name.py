"""The name that Python has for a thread, and the name that Linux has."""

import threading
from pathlib import Path


def names():
    print("Python:", threading.current_thread().name)
    task = Path("/proc/self/task") / str(threading.get_native_id())
    print("Linux: ", (task / "comm").read_text(), end="")


baker = threading.Thread(target=names, name="baker")
baker.start()
baker.join()

# /// run
# python = ["3.11", "3.12", "3.13", ">=3.14"]
# needs = ["proc"]
# ///
