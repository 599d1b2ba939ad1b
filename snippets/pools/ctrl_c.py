"""Press Ctrl-C while a pool is at work: the workers take no notice, the parent does."""

import multiprocessing
import os
import signal
import threading
import time


def ignore_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def develop(photo: int) -> int:
    time.sleep(0.2)  # in place of work
    return photo


if __name__ == "__main__":
    # --8<-- [start:work]
    with multiprocessing.get_context("spawn").Pool(2, ignore_ctrl_c) as pool:
        pool.map(abs, [1, 2], chunksize=1)  # both are awake
        ctrl_c = (0, signal.SIGINT)  # to all processes of this terminal
        threading.Timer(0.5, os.killpg, ctrl_c).start()
        developed = 0
        try:
            for _ in pool.imap(develop, range(100)):
                developed += 1
        except KeyboardInterrupt:
            print("interrupted, photos developed:", developed)
    print("workers alive:", len(multiprocessing.active_children()))
    # --8<-- [end:work]

# /// run
# output = "varies"
# because = "it measures time: on a busy machine, fewer photos are developed"
# rare = true
# needs = ["fork"]
# ///
