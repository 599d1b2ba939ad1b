"""A process for each photo, two at a time. When one dies, its end of the pipe is closed."""

import multiprocessing
import os
import signal


def develop(photo):
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


def send(photo, sender):
    sender.send(develop(photo))


def started(photo):
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=send, args=(photo, sender))
    process.start()
    sender.close()
    return process, receiver


def result(process, receiver):
    try:
        return receiver.recv()
    except EOFError:
        return None
    finally:
        process.join()


def develop_all(photos):
    developed, waiting, at_work = {}, list(photos), []
    while waiting or at_work:
        while waiting and len(at_work) < 2:
            photo = waiting.pop(0)
            at_work.append((photo, *started(photo)))
        photo, process, receiver = at_work.pop(0)
        developed[photo] = result(process, receiver)
    return developed
