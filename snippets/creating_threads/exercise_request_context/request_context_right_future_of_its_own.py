"""A timer for a thread, and a future that is filled by hand."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import Context, ContextVar, copy_context

request = ContextVar("request", default="no request")


def start(job: Callable[[], object]) -> threading.Thread:
    """A started thread that calls `job()`, which sees what the caller sees."""
    thread = threading.Timer(0, copy_context().run, [job])
    thread.start()
    return thread


def fill(future: Future[object], seen: Context, job: Callable[[], object]) -> None:
    """Call the job, and keep what comes of it."""
    try:
        future.set_result(seen.run(job))
    except BaseException as error:
        future.set_exception(error)


def submit(pool: ThreadPoolExecutor, job: Callable[[], object]) -> Future[object]:
    """The future of `job()`, which a worker of the pool calls, and which sees what the caller sees."""
    future: Future[object] = Future()
    pool.submit(fill, future, copy_context(), job)
    return future
