"""The check of `mend_six`: plain `pytest` in this folder runs it. It names the first mistake that is still there.

It leaves nothing to luck: `turns.py` lets the threads take turns, late or at once, and holds each of them at every
place where an operating system may do so. And it lets one thread do nothing at all: then its work must be missing.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from turns import World, play

ANSWER = Path(__file__).with_name("mend_six.py")
HOURS = 20_000.0  # seconds that work may take


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        failed = f"\n{world.failures[0]}" if world.failures else ""
        world.wrong(f"{told}{failed}")


def judge(scenario: Callable[[World, Any], None], what: str, deep: bool = False) -> None:
    """Play it with the learner's answer."""
    play(ANSWER, scenario, what, deep=deep)


def ended(world: World, call: str, before: int, threads: int) -> None:
    """As many threads as there should be were started, and all have ended."""
    made, running = len(world.actors) - before, len(world.running)
    started = f"{made} thread" if made == 1 else f"{made} threads"
    expect(world, made == threads, f"{call} started {started}, not {threads}")
    expect(world, running == 0, f"{call} returned, and did not wait for {running} of its threads")


def without(place: int, call: str, full: Callable[[Any], bool], what: Callable[[Any], Any]) -> None:
    """Without the work of one thread, the result must not be complete."""

    def scenario(world: World, module: Any) -> None:
        try:
            result = what(module)
        except Exception:
            return
        expect(
            world, not full(result), f"{call}: it is not its thread that does this work: without the thread, it is done"
        )

    play(ANSWER, scenario, call, idle=place)


def delivered(module: Any) -> bool:
    """Whether a courier who was started has delivered the letter."""
    courier = module.Courier("2 Barrel Street")
    courier.start()
    courier.join()
    return bool(courier.delivered)


def test_courier() -> None:
    def scenario(world: World, module: Any) -> None:
        world.doing = "Courier: making and starting one"
        one, other = module.Courier("2 Barrel Street"), module.Courier("1 Lock Lane")
        expect(world, isinstance(one, threading.Thread), "Courier: a courier is no thread any more")
        one.start()
        one.join()
        expect(
            world,
            one.delivered is True,
            f"Courier: of one who was started and has ended, delivered is {one.delivered!r}",
        )
        expect(
            world, other.delivered is False, f"Courier: of one who was not started, delivered is {other.delivered!r}"
        )
        addresses = one.address, other.address
        told = f"Courier: the addresses of two couriers are {addresses}"
        expect(world, addresses == ("2 Barrel Street", "1 Lock Lane"), told)

    judge(scenario, "Courier")
    without(1, "Courier", bool, delivered)


@pytest.mark.parametrize("visitor", ["Ada", "Bo", "C", ""])
def test_welcome(visitor: str) -> None:
    def scenario(world: World, module: Any) -> None:
        for _ in range(2):
            world.doing, before = f"welcome({visitor!r})", len(world.actors)
            book = module.welcome(visitor)
            expect(world, book == [visitor], f"welcome({visitor!r}) returned {book!r}")
            ended(world, world.doing, before, 1)

    judge(scenario, "welcome()")
    without(1, "welcome()", lambda book: bool(book == [visitor]), lambda module: module.welcome(visitor))


@pytest.mark.parametrize("takes", [0, HOURS])
@pytest.mark.parametrize(("name", "work"), [("sort_letters", "sort()"), ("ring", "bell()")])
def test_work_is_done_in_a_thread(name: str, work: str, takes: float) -> None:
    def scenario(world: World, module: Any) -> None:
        done: list[int] = []
        finished: list[int] = []

        def do() -> None:
            me = world.me()
            expect(world, me is not None and me.index > 0, f"{name}() called {work} in the main thread")
            done.append(me.index if me else 0)
            world.sleep(takes)
            finished.append(1)

        world.doing, before = f"{name}()", len(world.actors)
        returned = getattr(module, name)(do)
        expect(world, done == [] or finished != [], f"{name}() returned, and {work} was not done yet")
        ended(world, f"{name}()", before, 1)
        expect(world, done != [], f"{name}() never called {work}")
        expect(world, len(done) == 1, f"{name}() called {work} {len(done)} times")
        expect(world, returned is None, f"{name}() returned {returned!r}")

    judge(scenario, f"{name}()")


@pytest.mark.parametrize("letters", [["bill", "card", "poem"], ["bill", "bill"], ["love letter"], []])
def test_stamp(letters: Sequence[str]) -> None:
    stamped, call = sorted(f"{letter} (stamped)" for letter in letters), f"stamp({letters})"

    def scenario(world: World, module: Any) -> None:
        world.doing, before = call, len(world.actors)
        returned = module.stamp(letters)
        expect(world, sorted(returned) == stamped, f"{call} returned {returned!r}")
        ended(world, call, before, len(letters))

    judge(scenario, call, deep=len(letters) == 2)
    for place in range(1, len(letters) + 1):
        without(place, call, lambda it: sorted(it) == stamped, lambda module: module.stamp(letters))


STORES: list[dict[str, list[str]]] = [
    {"Ben": ["book", "vase"], "Cleo": ["hat"]},
    {"Ben": ["book", "book"], "Cleo": ["book"], "Ada": ["hat"]},
    {"Ben": ["vase"], "Cleo": []},
]


@pytest.mark.parametrize("parcels", STORES)
def test_store(parcels: dict[str, list[str]]) -> None:
    def scenario(world: World, module: Any) -> None:
        put = module.put_on_shelf

        def watched(parcel: str) -> None:
            me = world.me()
            expect(world, me is not None and me.index > 0, "store() called put_on_shelf() in the main thread")
            put(parcel)

        module.put_on_shelf = watched
        for _ in range(2):
            world.doing, before = "store()", len(world.actors)
            returned = module.store(parcels)
            expect(world, returned == parcels, f"store() returned {returned!r}; the parcels were {parcels}")
            ended(world, "store()", before, len(parcels))

    judge(scenario, "store()", deep=len(parcels) == 2)
    for place in (place for place, clerk in enumerate(parcels, 1) if parcels[clerk]):
        without(place, "store()", lambda it: bool(it == parcels), lambda module: module.store(parcels))
