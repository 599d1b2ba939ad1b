"""Linux lists the threads of this program, and Python's two threads are the two on its list."""

import os
import sys
import threading


def report(who: str) -> None:
    print(f"{who:7} process {os.getpid()}, thread {threading.get_native_id()}")


def read() -> None:
    report("reader")
    print("Linux lists the threads", *sorted(os.listdir("/proc/self/task"), key=int))


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
