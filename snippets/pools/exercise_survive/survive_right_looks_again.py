"""Two threads have a process for each photo, and look again and again whether it has sent something or has ended."""

import multiprocessing
import os
import signal
from concurrent.futures import ThreadPoolExecutor

spawn = multiprocessing.get_context("spawn")


def develop(photo):
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def _send(pipe, photo):
    pipe.send(develop(photo))


def _one(photo):
    here, there = spawn.Pipe(duplex=False)
    p = spawn.Process(target=_send, args=(there, photo))
    p.start()
    result = None
    while p.is_alive() or here.poll():
        if here.poll(0.1):
            result = here.recv()
    p.join()
    return result


def develop_all(photos):
    with ThreadPoolExecutor(2) as ex:
        return dict(zip(photos, ex.map(_one, photos), strict=False))
