"""Look in a spawned child, and in two of the server, for a preloaded module."""

import multiprocessing
import sys


def look(method):
    print(f"{method}: asyncio is here already: {'asyncio' in sys.modules}")


if __name__ == "__main__":
    multiprocessing.set_forkserver_preload(["__main__", "asyncio"])
    for method, new_process in (
        ("spawn", multiprocessing.get_context("spawn").Process),
        ("forkserver", multiprocessing.get_context("forkserver").Process),
        ("forkserver", multiprocessing.get_context("forkserver").Process),
    ):
        child = new_process(target=look, args=(method,))
        child.start()
        child.join()

# /// run
# needs = ["fork"]
# ///
