"""The check of `stages`: plain `pytest` in this folder runs it.

It leaves nothing to luck: stages are held back until others have done what they must, or must not, be able to do.
"""

import linecache
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from stages import pipeline

ITEMS = ["rice", "fish", "soup"]


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def where() -> str:
    """The line of the answer where one of its threads waits."""
    frames = [frame for top in sys._current_frames().values() for frame, _ in traceback.walk_stack(top)]
    mine = [frame for frame in frames if Path(frame.f_code.co_filename).name == "stages.py"]
    lines = [f"line {at.f_lineno}: {linecache.getline(at.f_code.co_filename, at.f_lineno).strip()}" for at in mine]
    return f"\n  a thread waits at {lines[0]}" if lines else ""


def through(items: Iterable[Any], stages: list[Callable[[Any], Any]], size: int) -> list[Any]:
    """What `pipeline` returns. It has to come back, and its threads have to end."""
    told: list[Any] = []

    def call() -> None:
        try:
            told.append(pipeline(items, stages, size))
        except Exception as error:
            told.append(error)

    before = threading.active_count()
    thread = threading.Thread(target=call, daemon=True)  # and with it all threads that it starts
    thread.start()
    thread.join(timeout=4)
    expect(not thread.is_alive(), "pipeline does not come back" + (where() if thread.is_alive() else ""))
    left = threading.active_count() - before
    expect(left <= 0, f"pipeline has returned, and {left} of its threads have not ended")
    expect(isinstance(told[0], list), f"pipeline returned or raised {told[0]!r}, not a list")
    results: list[Any] = told[0]
    return results


def same(item: Any) -> Any:
    """A stage that changes nothing."""
    return item


def test_every_item_goes_through_all_stages() -> None:
    for size in (1, 5):
        results = through(ITEMS, [str.upper, len], size)
        expect(results == [4, 4, 4], f"pipeline of str.upper and len made {results} of {ITEMS}, not [4, 4, 4]")
    results = through(ITEMS, [str.upper], 2)
    expect(results == ["RICE", "FISH", "SOUP"], f"pipeline of str.upper made {results} of {ITEMS}")


def test_no_items() -> None:
    results = through([], [same, same], 1)
    expect(results == [], f"pipeline made {results} of no items")


def test_many_items() -> None:
    results = through(range(1, 101), [same, same], 2)
    expect(results == list(range(1, 101)), f"pipeline lost or swapped some of 100 items: {len(results)} came back")


def test_a_stage_has_one_thread_of_its_own() -> None:
    threads: list[set[threading.Thread]] = [set(), set()]
    both = threading.Barrier(2)  # if there are two in a stage, let them be there at the same time

    def stage(number: int) -> Callable[[Any], Any]:
        def work(item: Any) -> Any:
            threads[number].add(threading.current_thread())
            if number == 0 and not both.broken:
                with suppress(threading.BrokenBarrierError):
                    both.wait(timeout=0.5)
            return item

        return work

    through(range(1, 5), [stage(0), stage(1)], 2)
    first, second = threads
    expect(len(first) == len(second) == 1, f"pipeline calls a stage in {max(map(len, threads))} threads")
    expect(first != second, "pipeline calls both stages in the same thread")


def test_stages_work_at_the_same_time() -> None:
    second_has_begun = threading.Event()
    in_time: list[bool] = []

    def first(item: int) -> int:
        if item == 3:
            in_time.append(second_has_begun.wait(timeout=2))
        return item

    def second(item: int) -> int:
        second_has_begun.set()
        return item

    through([1, 2, 3], [first, second], 1)
    told = "pipeline does not let the second stage begin before the first is done with all items"
    expect(in_time == [True], told)


@pytest.mark.parametrize("size", [1, 3])
def test_no_more_items_are_taken_than_have_room(size: int) -> None:
    room = 2 * (size + 1) + 1  # one in each stage, `size` in front of each, and one that waits to be put
    taken: list[int] = []
    too_many = threading.Event()
    overfull: list[bool] = []

    def items() -> Iterator[int]:
        for number in range(1, 30):
            taken.append(number)
            if len(taken) > room:
                too_many.set()
            yield number

    def slow(item: int) -> int:
        if item == 1:
            overfull.append(too_many.wait(timeout=0.5))
        return item

    results = through(items(), [same, slow], size)
    expect(
        overfull == [False],
        f"pipeline took {room + 1} items or more while the second stage was still at the first; "
        f"with size={size}, {room} have room",
    )
    expect(results == list(range(1, 30)), f"pipeline returned {len(results)} of 29 items, or in another order")


@pytest.mark.parametrize("items", [[1, 0, 2], ["a", "", "b"], [1, None, 2]])
def test_an_item_can_be_anything(items: list[Any]) -> None:
    results = through(items, [same, same], 2)
    expect(results == items, f"pipeline lost something of {items}: {results} came back")
