"""A thread for each job, although there is a pool.

The check says: and not by its pool
"""

import threading
from concurrent.futures import Future
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job):
    thread = threading.Thread(target=copy_context().run, args=(job,))
    thread.start()
    return thread


def submit(pool, job):
    future = Future()

    def work():
        try:
            future.set_result(job())
        except Exception as error:
            future.set_exception(error)

    threading.Thread(target=copy_context().run, args=(work,)).start()
    return future
