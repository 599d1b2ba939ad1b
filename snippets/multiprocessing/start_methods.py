"""Show what a child process starts with under each start method."""

import multiprocessing
import os

price = 5  # every import of this file sets it anew


def report(method: str, main_pid: int) -> None:
    by_main = os.getppid() == main_pid
    print(f"{method:<11} {__name__:<12} {price:>5}   {by_main}")


if __name__ == "__main__":
    price = 8
    print("method      runs as      price   started by main")
    for method in ("fork", "spawn", "forkserver"):
        context = multiprocessing.get_context(method)
        child = context.Process(target=report, args=(method, os.getpid()))
        child.start()
        child.join()

# /// run
# needs = ["fork"]
# ///
