"""It waits for a second at a time, as long as a process is alive; each time nothing has come, it looks again.

The check says: has a wait that a time-out ends
"""

import multiprocessing
from collections.abc import Sequence
from queue import Empty
from typing import Any

context = multiprocessing.get_context("spawn")


def enlarge(name: str) -> bytes:
    """The photo of that name, a megabyte large."""
    return name.encode().ljust(1_000_000, b".")


def work(name: str, queue: Any) -> None:
    """Put the photo into the queue."""
    queue.put((name, enlarge(name)))


def enlarge_all(names: Sequence[str]) -> dict[str, bytes]:
    """The large photos, by name."""
    queue = context.Queue()
    processes = [context.Process(target=work, args=(name, queue)) for name in names]
    for process in processes:
        process.start()
    photos = {}
    while any(process.is_alive() for process in processes):
        try:
            name, photo = queue.get(timeout=1)
            photos[name] = photo
        except Empty:
            pass
    for process in processes:
        process.join()
    return photos
