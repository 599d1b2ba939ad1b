"""Two processes have a share each: what comes after a panorama is lost with it.

The check says: returned None for 'groom', not 'groom.jpg'
"""

import multiprocessing
import os
import signal


def develop(photo):
    if "panorama" in photo:
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{photo}.jpg"


spawn = multiprocessing.get_context("spawn")


def _send(pipe, photo):
    pipe.send(develop(photo))


fork = multiprocessing.get_context("fork")


def develop_all(photos):
    out = {}
    q = fork.SimpleQueue()

    def w(i):
        for p in photos[i::2]:
            q.put((p, develop(p)))

    ps = [fork.Process(target=w, args=(i,)) for i in (0, 1)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    while not q.empty():
        k, v = q.get()
        out[k] = v
    return {p: out.get(p) for p in photos}
