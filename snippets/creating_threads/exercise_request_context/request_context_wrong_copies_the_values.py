"""The values are copied, too: what the job gets is not what its caller has.

The check says: , but another object
"""

import copy
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import Context, ContextVar, copy_context

request = ContextVar("request", default="no request")


def carried(job: Callable[[], object]) -> Callable[[], object]:
    """The job, as one that sees what is seen here."""
    values = [(variable, copy.deepcopy(value)) for variable, value in copy_context().items()]

    def work() -> object:
        for variable, value in values:
            variable.set(value)
        return job()

    return lambda: Context().run(work)


def start(job: Callable[[], object]) -> threading.Thread:
    """A started thread that calls `job()`, which sees what the caller sees."""
    thread = threading.Thread(target=carried(job))
    thread.start()
    return thread


def submit(pool: ThreadPoolExecutor, job: Callable[[], object]) -> Future[object]:
    """The future of `job()`, which a worker of the pool calls, and which sees what the caller sees."""
    return pool.submit(carried(job))
