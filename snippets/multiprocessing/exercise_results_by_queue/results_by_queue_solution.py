"""A result travels with its name. The queue is emptied first, one `get` for each process; then comes `join`."""

import multiprocessing
from collections.abc import Sequence
from multiprocessing.queues import Queue


def enlarge(name: str) -> bytes:
    """The photo of that name, a megabyte large."""
    return name.encode().ljust(1_000_000, b".")


def work(name: str, results: "Queue[tuple[str, bytes]]") -> None:
    """What each process does."""
    results.put((name, enlarge(name)))


def enlarge_all(names: Sequence[str]) -> dict[str, bytes]:
    """The large photos, by name."""
    context = multiprocessing.get_context("spawn")
    results: Queue[tuple[str, bytes]] = context.Queue()
    processes = [context.Process(target=work, args=(name, results)) for name in names]
    for process in processes:
        process.start()
    photos = dict(results.get() for _ in processes)
    for process in processes:
        process.join()
    return photos


if __name__ == "__main__":
    for name, photo in enlarge_all(["beach", "cat", "harbour"]).items():
        print(f"{name}: {len(photo)} bytes")
