"""Each driver gets a `None` of their own."""

import queue
import threading
from collections.abc import Callable


def load_all(loaves: list[str], load: Callable[[str], object]) -> None:
    """Let two threads call `load(loaf)`, once for each loaf; return when all is loaded and both have ended."""
    shelf: queue.Queue[str | None] = queue.Queue()

    def drive() -> None:
        while (loaf := shelf.get()) is not None:
            load(loaf)

    drivers = [threading.Thread(target=drive, name=name) for name in ("Ann", "Ben")]
    for driver in drivers:
        driver.start()
    for loaf in loaves:
        shelf.put(loaf)
    for _ in drivers:
        shelf.put(None)
    for driver in drivers:
        driver.join()
