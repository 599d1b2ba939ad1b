"""Press Ctrl-C while a pool is at work: only the parent takes notice."""

import multiprocessing
import signal
import time


def ignore_ctrl_c():
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def develop(photo):
    time.sleep(0.3)  # in place of work
    return photo


if __name__ == "__main__":
    developed = 0
    # --8<-- [start:work]
    with multiprocessing.get_context("spawn").Pool(2, ignore_ctrl_c) as pool:
        try:
            for photo in pool.imap(develop, range(100)):
                developed += 1
                print("developed photo", photo)
        except KeyboardInterrupt:
            print("photos that are developed:", developed)
    print("workers alive:", len(multiprocessing.active_children()))
    # --8<-- [end:work]

# /// run
# interrupt = "developed photo 1"
# output = "varies"
# because = "a busy machine may develop one more photo"
# rare = true
# ///
