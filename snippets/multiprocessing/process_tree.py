"""Start children in all three ways, and let each say whose child it is."""

import os
from multiprocessing import get_context
from pathlib import Path

price = 5
file_run_in = os.getpid()


def parent_of(pid):
    stat = Path(f"/proc/{pid}/stat").read_text()  # Linux tells it here
    return int(stat.rpartition(")")[2].split()[1])


def introduce(name, main):
    pid = os.getpid()
    path = f"{name} {pid}"
    while pid != main:
        pid = parent_of(pid)
        path = f"{'main' if pid == main else 'server'} {pid} > {path}"
    print(f"{path}: price {price}, file run in {file_run_in}")


if __name__ == "__main__":
    price = 8
    main = os.getpid()
    introduce("main", main)
    for method, new_process in (
        ("fork", get_context("fork").Process),
        ("spawn", get_context("spawn").Process),
        ("forkserver", get_context("forkserver").Process),
        ("forkserver", get_context("forkserver").Process),
    ):
        child = new_process(target=introduce, args=(f"{method} child", main))
        child.start()
        child.join()

# /// run
# output = "varies"
# because = "the system gives the numbers of the processes"
# needs = ["fork", "proc"]
# ///
