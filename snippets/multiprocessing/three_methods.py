"""Show what a child process starts with under each start method."""

import multiprocessing
import os

price = 5


def report(method: str, main_pid: int) -> None:
    by_main = os.getppid() == main_pid
    print(f"{method:<11} {__name__:<12} {price:>5}   {by_main}")


if __name__ == "__main__":
    price = 8
    methods = {
        "fork": multiprocessing.get_context("fork").Process,
        "spawn": multiprocessing.get_context("spawn").Process,
        "forkserver": multiprocessing.get_context("forkserver").Process,
    }
    print("method      runs as      price   is a child of main")
    for method, new_process in methods.items():
        child = new_process(target=report, args=(method, os.getpid()))
        child.start()
        child.join()

# /// run
# needs = ["fork"]
# ///
