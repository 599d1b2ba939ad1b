"""A thread that remembers where it was made."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar, copy_context
from functools import partial

request = ContextVar("request", default="no request")


class Helper(threading.Thread):
    """Works in a copy of the context in which it was made."""

    def __init__(self, job: Callable[[], object]) -> None:
        super().__init__()
        self.job = job
        self.seen = copy_context()

    def run(self) -> None:
        """Call the job."""
        self.seen.run(self.job)


def start(job: Callable[[], object]) -> threading.Thread:
    """A started thread that calls `job()`, which sees what the caller sees."""
    helper = Helper(job)
    helper.start()
    return helper


def submit(pool: ThreadPoolExecutor, job: Callable[[], object]) -> Future[object]:
    """The future of `job()`, which a worker of the pool calls, and which sees what the caller sees."""
    return pool.submit(partial(copy_context().run, job))
