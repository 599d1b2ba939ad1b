"""Linux lists the threads that Python started: the numbers are the same."""

import os
import threading


def report():
    me = threading.current_thread()
    print(f"{me.name:10}  process {os.getpid()}, thread {me.native_id}")


def bake():
    report()
    listed = sorted(os.listdir("/proc/self/task"), key=int)
    print("Linux lists the threads", *listed)


report()
baker = threading.Thread(target=bake, name="baker")
baker.start()
baker.join()

# /// run
# output = "varies"
# because = "the system numbers processes and threads afresh in each run"
# needs = ["proc"]
# ///
