"""Files without objects: the system opens them, reads them and closes them, and what is over is cancelled."""

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor


def fingerprint(path):
    digest = hashlib.sha256()
    fd = os.open(path, os.O_RDONLY)
    try:
        while True:
            piece = os.read(fd, 0x40000)
            if not piece:
                break
            digest.update(piece)
    finally:
        os.close(fd)
    return digest.hexdigest()


def fingerprints(paths, workers):
    pool = ThreadPoolExecutor(workers)
    try:
        jobs = [(path, pool.submit(fingerprint, path)) for path in paths]
        return {path: job.result() for path, job in jobs}
    finally:
        pool.shutdown(cancel_futures=True)
