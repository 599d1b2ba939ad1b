"""The threads of a pool were started long ago, perhaps by another caller.

The check says: submit(pool, job) was called where request was '7'
"""

import threading
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job):
    thread = threading.Thread(target=copy_context().run, args=(job,))
    thread.start()
    return thread


def submit(pool, job):
    return pool.submit(job)
