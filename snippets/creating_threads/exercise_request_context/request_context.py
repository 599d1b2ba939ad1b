"""Let threads, and the workers of a pool, know for which request they work.

A web shop notes in its log to which request each line belongs. The context variable `request` holds its number.
`start(job)` starts a thread that calls `job()`, and returns that thread. `submit(pool, job)` hands `job` to a pool of
threads, and returns the future of it. Neither waits for `job`, and several jobs may run at the same time. A job sees
what its caller sees at that moment, whatever the caller sets later: in `request`, and in every other context variable.
What a job sets, nobody else sees: not the caller, no other job, and no later job of the same worker, whoever handed it
in.

On some Pythons a thread begins with an empty context, on others with a copy of its starter's. The check tries both,
whichever yours does. Your code is to work from Python 3.11 on.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar

request = ContextVar("request", default="no request")


def start(job: Callable[[], object]) -> threading.Thread:
    """A started thread that calls `job()`, which sees what the caller sees."""
    # TODO: the thread has a context of its own.
    thread = threading.Thread(target=job)
    thread.start()
    return thread


def submit(pool: ThreadPoolExecutor, job: Callable[[], object]) -> Future[object]:
    """The future of `job()`, which a worker of the pool calls, and which sees what the caller sees."""
    # TODO: so has the worker, and it keeps that from job to job.
    return pool.submit(job)
