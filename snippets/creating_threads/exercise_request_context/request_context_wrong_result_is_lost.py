"""The job is called, and what it returned is not handed on.

The check says: which job() did not return
"""

import threading
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job):
    thread = threading.Thread(target=copy_context().run, args=(job,))
    thread.start()
    return thread


def submit(pool, job):
    seen = copy_context()

    def work():
        seen.run(job)

    return pool.submit(work)
