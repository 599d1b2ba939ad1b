"""A thread is given the context, which no thread takes before Python 3.14.

The check says: unexpected keyword argument 'context'
"""

import threading
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job):
    thread = threading.Thread(target=job, context=copy_context())
    thread.start()
    return thread


def submit(pool, job):
    return pool.submit(copy_context().run, job)
