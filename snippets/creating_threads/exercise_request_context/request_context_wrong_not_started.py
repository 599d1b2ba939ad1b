"""The thread is made, and nobody starts it.

The check says: returned a thread that is not started
"""

import threading
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job):
    return threading.Thread(target=copy_context().run, args=(job,))


def submit(pool, job):
    return pool.submit(copy_context().run, job)
