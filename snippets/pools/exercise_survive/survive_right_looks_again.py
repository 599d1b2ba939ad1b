"""Two threads have a process for each photo, and look again and again whether it has sent something or has ended."""

import multiprocessing
import os
import signal
from concurrent.futures import ThreadPoolExecutor


def develop(photo):
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def send(pipe, photo):
    pipe.send(develop(photo))


def survive(photo):
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=send, args=(there, photo))
    process.start()
    developed = None
    while process.is_alive() or here.poll():
        if here.poll(0.1):
            developed = here.recv()
    return developed


def develop_all(photos):
    with ThreadPoolExecutor(2) as executor:
        futures = {photo: executor.submit(survive, photo) for photo in photos}
        return {photo: future.result() for photo, future in futures.items()}
