"""All values of the caller are noted, and set in a new context in which the job runs."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import Context, ContextVar, copy_context
from typing import Any

request = ContextVar("request", default="no request")
Values = list[tuple[ContextVar[Any], Any]]


def work(job: Callable[[], object], values: Values) -> object:
    """Set all of that, and call the job."""
    for variable, value in values:
        variable.set(value)
    return job()


def start(job: Callable[[], object]) -> threading.Thread:
    """A started thread that calls `job()`, which sees what the caller sees."""
    thread = threading.Thread(target=Context().run, args=(work, job, list(copy_context().items())))
    thread.start()
    return thread


def submit(pool: ThreadPoolExecutor, job: Callable[[], object]) -> Future[object]:
    """The future of `job()`, which a worker of the pool calls, and which sees what the caller sees."""
    return pool.submit(Context().run, work, job, list(copy_context().items()))
