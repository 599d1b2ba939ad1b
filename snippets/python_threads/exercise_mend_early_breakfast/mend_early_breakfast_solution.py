"""The join stands where the bread is needed, and not before."""

import threading
from collections.abc import Callable


def breakfast(bake: Callable[[], object], lay_table: Callable[[], object], eat: Callable[[], object]) -> None:
    """Call `bake()` in a thread, and `lay_table()` at the same time; when both are done, call `eat()`."""
    baker = threading.Thread(target=bake)
    baker.start()
    lay_table()
    baker.join()
    eat()
