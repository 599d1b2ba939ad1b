"""One copy, made when the module is imported: nobody has set anything by then.

The check says: job() saw 'no request' and 'no language'
"""

import threading
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")
SEEN = copy_context()


def start(job):
    thread = threading.Thread(target=SEEN.run, args=(job,))
    thread.start()
    return thread


def submit(pool, job):
    return pool.submit(SEEN.run, job)
