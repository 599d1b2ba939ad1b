"""Where a thread begins with a copy, all is well. Elsewhere it begins with nothing.

The check says: job() saw 'no request' and 'no language'
"""

import threading
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job):
    thread = threading.Thread(target=job)
    thread.start()
    return thread


def submit(pool, job):
    return pool.submit(copy_context().run, job)
