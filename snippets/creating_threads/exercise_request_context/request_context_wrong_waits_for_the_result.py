"""`submit` waits for the result, and then there is nothing left to do for others meanwhile.

The check says: submit(pool, job) waits forever
"""

import threading
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job):
    thread = threading.Thread(target=copy_context().run, args=(job,))
    thread.start()
    return thread


def submit(pool, job):
    future = pool.submit(copy_context().run, job)
    future.result()
    return future
