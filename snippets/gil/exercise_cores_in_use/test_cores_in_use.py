"""The check of `cores_in_use`: plain `pytest` in this folder runs it.

It sets the clocks itself: `work` says how much time has passed. So it does not matter how busy this computer is. And
`turns.py` lets the threads take turns, late or at once.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

from math import isclose
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from turns import World, play, up

ANSWER = Path(__file__).with_name("cores_in_use.py")
HOURS = 20_000.0  # seconds that a piece of work may take
BOTH = ["perf_counter", "process_time"]
MEASURED = [
    (1, 4.0, 1.0),
    (1, 5.0, 5.0),
    (2, 2.0, 2.0),
    (2, 2.0, 4.0),
    (3, HOURS, 1.0),
    (4, 8.0, 2.0),
    (7, 0.5, 3.0),
    (2, 2.0, 6.0),
]


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        failed = f"\n{world.failures[0]}" if world.failures else ""
        world.wrong(f"cores_in_use(work, {world.doing.rpartition(', ')[2]}: {told}{failed}")


class Work:
    """What the threads do, and who does it."""

    def __init__(self, world: World, threads: int, seconds: float, used: float, longest: str) -> None:
        self.world, self.threads, self.seconds, self.used, self.longest = world, threads, seconds, used, longest
        self.by: list[int] = []
        self.done = self.alone = 0

    def __call__(self) -> object:
        """Time passes, on the clock and on processors. What it returns means nothing."""
        me, world = self.world.me(), self.world
        expect(world, me is not None and me.index > 0, "work() was called in the main thread, not in one of its own")
        self.by.append(me.index if me else 0)
        place = len(self.by)
        if self.longest == "nobody":
            world.clock += self.seconds / self.threads
        else:
            self.alone += not world.wait(lambda: len(self.by) >= self.threads, 1e-9)
            world.sleep(self.seconds / (place if self.longest == "first" else self.threads + 1 - place))
        world.used += self.used / self.threads
        self.done += 1
        return (None, 7, False)[self.done % 3]


def judge(threads: int, seconds: float, used: float, longest: str, deep: bool = False) -> None:
    """Measure a piece of work; look at the number that comes out, at the threads, and at when the clocks were read."""
    call = f"cores_in_use(work, {threads})"

    def scenario(world: World, module: Any) -> None:
        world.doing = call
        refuse_processes(world)
        for _ in range(1 if deep else 2):
            world.looks.clear()
            vars(world).update(spin=lambda me: spins(world, me))
            before = len(world.actors) - 1
            work = Work(world, threads, seconds, used, longest)
            result: object = None
            began = world.clock
            try:
                result = module.cores_in_use(work, threads)
            except ZeroDivisionError as error:  # the clocks were read at a wrong time; see below
                result = error
            people(world, work, before)
            clocks(world, before)
            took = world.clock - began  # the work, and what is left of a nap of who looks whether it is done
            right = used / took
            what = f"{took:g} s on the clock and {used:g} s on processors make {right:g}"
            is_right = isinstance(result, float) and isclose(result, right, rel_tol=1e-6)
            expect(world, is_right, f"{what}, and it returned {result!r}")

    def people(world: World, work: Work, before: int) -> None:
        made, times = len(world.actors) - 1 - before, len(work.by)
        helpers = sum("(_handle_" in one.thread.name for one in world.actors[before + 1 :])
        own = f": {helpers} of them are a ThreadPool's own, which look after its workers" * (made - helpers == threads)
        expect(world, made == threads, f"it started {counted(made)}, not {threads}{own}")
        expect(
            world, times > 0 or not world.running, "it was over before a thread had begun; join every one of them first"
        )
        expect(world, times <= threads, f"work() was called {times} times, not once in each of {counted(threads)}")
        waited = f"it was over when {work.done} of {counted(threads)} had done the work; join every one of them first"
        expect(world, work.done == threads, waited)
        left = len(world.running)
        expect(world, not left, f"it was over when {counted(left)} had done the work, but not ended; join every one")
        owners = len({*work.by})
        expect(world, owners == threads, f"work() was called in {counted(owners)}, not once in each of {threads}")
        expect(world, deep or not work.alone, "the threads work one after the other; start all, and then join all")

    def clocks(world: World, before: int) -> None:
        looks = {name: [(made - before, left) for at, made, left in world.looks if at == name] for name in BOTH}
        for name, seen in looks.items():
            expect(world, len(seen) == 2, f"looks at time.{name}: {len(seen)}; the task says that it looks twice")
            (first, _), (last, left) = seen
            told = f"it looked at time.{name} when {first} of {counted(threads)} had been started, not before the first"
            expect(world, first == 0, told)
            told = f"it looked at time.{name} when {left} of {counted(threads)} had not ended, not after the last join"
            expect(world, last == threads and left == 0, told)

    play(ANSWER, scenario, call, deep=deep)


def refuse_processes(world: World) -> None:
    """Tell whoever starts a process."""

    def start(_: object) -> None:
        expect(world, False, f"it starts a process, and the task asks for threads\n{world.line()}")

    type.__setattr__(BaseProcess, "start", start)


def spins(world: World, me: Any) -> None:
    """Somebody goes round and round in place of waiting."""
    what = "it goes round and round to wait, and uses processor seconds, which it counts; join does not"
    expect(world, False, f"{what}\n{up(str(me))} is at {world.line(me)}")


def counted(threads: int) -> str:
    """So many threads."""
    return f"{threads} thread{'s' * (threads != 1)}"


@pytest.mark.parametrize("longest", ["first", "last", "nobody"])
@pytest.mark.parametrize(("threads", "seconds", "used"), MEASURED)
def test_it_divides_processor_seconds_by_seconds_on_the_clock(
    threads: int, seconds: float, used: float, longest: str
) -> None:
    judge(threads, seconds, used, longest)


def test_threads_are_held_anywhere() -> None:
    judge(2, 2.0, 3.0, "nobody", deep=True)
