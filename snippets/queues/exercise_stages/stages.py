"""Build a pipeline: items go through several stages, each in a thread of its own.

`pipeline(items, stages, size)` takes one item after the other from `items`, sends it through all functions in
`stages`, in their order, and returns the list of the results, in the order of the items. Each stage runs in one thread
of its own, which works on one item while the stages before it work on the next. In front of each stage there is a queue
with room for `size` items, so that only as many items are taken from `items` as have room.

Items and results can be anything: 0, an empty string, None. There is at least one stage, and a function may be in
several stages. When `pipeline` returns, its threads have ended, and the list of stages is as it was.
"""

from collections.abc import Callable, Iterable
from typing import Any


def pipeline(items: Iterable[Any], stages: list[Callable[[Any], Any]], size: int) -> list[Any]:
    """The items, after all stages."""
    # TODO: a thread and a queue for each stage.
    results = list(items)[:size]
    for stage in stages:
        results = [stage(item) for item in results]
    return results
