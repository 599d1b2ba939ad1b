"""Start a child in each of the three ways, and let it say what it has got."""

import os
from multiprocessing import get_context
from pathlib import Path

unit, run_in = "C", os.getpid()
LOG = 90  # the number of an open file


def parent_of(pid):
    stat = Path(f"/proc/{pid}/stat").read_text()  # Linux tells it here
    return int(stat.rpartition(")")[2].split()[1])


def tell(name, main):
    pid = os.getpid()
    path = f"{name} {pid}"
    while pid != main:
        pid = parent_of(pid)
        path = f"{'main' if pid == main else 'server'} {pid} > {path}"
    log = "open" if Path(f"/proc/self/fd/{LOG}").exists() else "not open"
    edition = os.environ.get("EDITION", "unset")
    print(f"{path}: unit {unit}, log {log}, edition {edition}, file run in {run_in}")


if __name__ == "__main__":
    get_context("forkserver").Process(target=int).start()  # so there is a server
    unit, os.environ["EDITION"] = "F", "Boston"
    os.dup2(os.open("log.txt", os.O_CREAT | os.O_WRONLY), LOG)
    tell("main", os.getpid())
    for method, new_process in (
        ("fork", get_context("fork").Process),
        ("spawn", get_context("spawn").Process),
        ("forkserver", get_context("forkserver").Process),
    ):
        child = new_process(target=tell, args=(f"{method} child", os.getpid()))
        child.start()
        child.join()

# /// run
# output = "varies"
# because = "the system gives the numbers of the processes"
# needs = ["fork", "proc"]
# ///
