"""The bread is baked in a thread. Then everybody eats, and sometimes too early. Mend it."""

import threading
from collections.abc import Callable


def breakfast(bake: Callable[[], object], lay_table: Callable[[], object], eat: Callable[[], object]) -> None:
    """Call `bake()` in a thread, and `lay_table()` at the same time; when both are done, call `eat()`."""
    baker = threading.Thread(target=bake)
    baker.start()
    lay_table()
    eat()  # TODO: who says that the bread is done?
