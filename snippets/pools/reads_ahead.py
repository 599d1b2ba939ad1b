"""Count how many photos a pool has read before they are developed."""

import multiprocessing
import threading
import time

room = threading.Semaphore(4)
read = 0


def photos(limited):
    global read
    for photo in range(1, 21):
        if limited:
            room.acquire()
        read = photo
        yield photo


def develop(photo):
    time.sleep(0.05)  # in place of work
    return photo


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        # --8<-- [start:loop]
        for limited in (False, True):
            most = 0
            for photo in pool.imap(develop, photos(limited)):
                most = max(most, read - photo + 1)
                if limited:
                    room.release()
            print(f"limited {limited}: up to {most} photos were in memory")
        # --8<-- [end:loop]
