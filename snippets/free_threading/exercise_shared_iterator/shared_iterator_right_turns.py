"""Who comes takes a number, and waits until it is called."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

END = object()


class OneAtATime:
    """An iterator that lets threads in one at a time."""

    def __init__(self, iterable: Iterable[object]) -> None:
        self.iterator = iter(iterable)
        self.condition = threading.Condition()
        self.given = self.called = 0

    def __iter__(self) -> "OneAtATime":
        return self

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for my turn; then it is the next one's."""
        with self.condition:
            mine, self.given = self.given, self.given + 1
            self.condition.wait_for(lambda: self.called == mine)
        try:
            yield
        finally:
            with self.condition:
                self.called += 1
                self.condition.notify_all()

    def __next__(self) -> object:
        with self.turn():
            item = next(self.iterator, END)
        if item is END:
            raise StopIteration
        return item
