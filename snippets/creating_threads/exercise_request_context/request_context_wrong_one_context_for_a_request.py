"""Each request has one context, kept from the first time that somebody asks for it: what is set later is not in it.

The check says: and another variable ['Welsh', 'Danish', 'Welsh']
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import Context, ContextVar, copy_context

request = ContextVar("request", default="no request")
contexts: dict[str, Context] = {}


def seen_here() -> Context:
    """A copy of the context of this request."""
    return contexts.setdefault(request.get(), copy_context()).copy()


def start(job: Callable[[], object]) -> threading.Thread:
    """A started thread that calls `job()`, which sees what the caller sees."""
    thread = threading.Thread(target=seen_here().run, args=(job,))
    thread.start()
    return thread


def submit(pool: ThreadPoolExecutor, job: Callable[[], object]) -> Future[object]:
    """The future of `job()`, which a worker of the pool calls, and which sees what the caller sees."""
    return pool.submit(seen_here().run, job)
