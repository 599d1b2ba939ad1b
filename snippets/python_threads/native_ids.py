"""Linux lists the threads that Python started: the numbers are the same."""

import os
import sys
import threading


def report(who: str) -> None:
    native_id = threading.get_native_id()
    print(f"{who:7} process {os.getpid()}, thread {native_id}")


def read() -> None:
    report("reader")
    listed = sorted(os.listdir("/proc/self/task"), key=int)
    print("Linux lists the threads", *listed)


print("kind of thread:", sys.thread_info.name)
report("main")
reader = threading.Thread(target=read)
reader.start()
reader.join()

# /// run
# output = "varies"
# because = "the system numbers processes and threads afresh in each run"
# needs = ["proc"]
# ///
