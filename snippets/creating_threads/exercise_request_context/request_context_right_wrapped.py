"""A function around the job takes the copy along."""

import contextvars
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

request = contextvars.ContextVar("request", default="no request")


def with_context(job: Callable[[], object]) -> Callable[[], object]:
    """The job, as one that sees what is seen here."""
    seen = contextvars.copy_context()

    def work() -> object:
        return seen.run(job)

    return work


def start(job: Callable[[], object]) -> threading.Thread:
    """A started thread that calls `job()`, which sees what the caller sees."""
    thread = threading.Thread(target=with_context(job), name="job")
    thread.start()
    return thread


def submit(pool: ThreadPoolExecutor, job: Callable[[], object]) -> Future[object]:
    """The future of `job()`, which a worker of the pool calls, and which sees what the caller sees."""
    return pool.submit(with_context(job))
