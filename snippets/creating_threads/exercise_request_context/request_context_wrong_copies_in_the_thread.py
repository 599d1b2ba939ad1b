"""The copy is made in the new thread: that is a copy of nothing.

The check says: job() saw 'no request' and 'no language'
"""

import threading
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job):
    thread = threading.Thread(target=lambda: copy_context().run(job))
    thread.start()
    return thread


def submit(pool, job):
    return pool.submit(lambda: copy_context().run(job))
