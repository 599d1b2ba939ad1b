"""Let several threads take items from one iterator.

`OneAtATime(iterable)` is an iterator over the items of `iterable`, in their order. Several threads may use it at the
same time: no two of them are ever inside the iterator of `iterable` at once, and each item goes to one thread. Nothing
is taken before somebody asks for it. `iter()` of a `OneAtATime` is the object itself. At the end, every `next()` raises
StopIteration. If the iterator raises an exception, whatever it is, it reaches the thread that asked, and locks nobody
else out. Items can be anything, and two OneAtATime have nothing to do with each other.
"""

from collections.abc import Iterable


class OneAtATime:
    """An iterator that lets threads in one at a time."""

    # TODO: let only one thread at a time take an item.

    def __init__(self, iterable: Iterable[object]) -> None:
        self.iterator = iter(iterable)

    def __iter__(self) -> "OneAtATime":
        return self

    def __next__(self) -> object:
        return next(self.iterator)
