"""The text "END" at the end of each queue, which may be an item as well.

The check says: of 11 items with 2 stages and size=12: it returned
"""

import queue
import threading
from collections.abc import Callable, Iterable
from typing import Any

END = "END"


def pipeline(items: Iterable[Any], stages: list[Callable[[Any], Any]], size: int) -> list[Any]:
    """The items, after all stages."""
    inboxes: list[queue.Queue[Any]] = [queue.Queue(maxsize=size) for _ in stages]
    done: queue.Queue[Any] = queue.Queue()  # the results are kept anyway, so they need no limit

    def run(stage: Callable[[Any], Any], inbox: queue.Queue[Any], outbox: queue.Queue[Any]) -> None:
        while (item := inbox.get()) != END:
            outbox.put(stage(item))
        outbox.put(END)

    threads = [
        threading.Thread(target=run, args=pair) for pair in zip(stages, inboxes, [*inboxes[1:], done], strict=True)
    ]
    for thread in threads:
        thread.start()
    for item in items:
        inboxes[0].put(item)
    inboxes[0].put(END)
    for thread in threads:
        thread.join()
    return list(iter(done.get, END))
