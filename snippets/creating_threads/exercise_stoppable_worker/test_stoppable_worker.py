"""The check of `stoppable_worker`: plain `pytest` in this folder runs it.

It leaves nothing to luck, and nothing to the clock: `turns.py` lets the threads take turns, so that an hour's pause
takes no time, and holds each of them at every place where an operating system may do so.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from turns import Actor, World, play

ANSWER = Path(__file__).with_name("stoppable_worker.py")
ROUND = 7.0  # seconds that a round takes
AT_ONCE = 1.0  # seconds, at most, for what should take no time
HOUR = 3600.0  # a long pause
LOOKS = 2000  # so often may a worker look whether it is to stop, in a short pause, and each time its clock is exact
BUSY = 3_000  # instructions in a pause, of who waits for nothing


class Rounds:
    """The work of one worker. What it returns means nothing."""

    def __init__(self, world: World, module: Any, pause: float, takes: float = ROUND, name: str = "") -> None:
        self.world, self.pause, self.takes, self.name = world, pause, takes, name
        self.began: list[float] = []
        self.ended: list[float] = []
        self.asked: float | None = None
        self.rounds_before = self.late = 0
        self.alone = True
        self.naps = 0 if pause >= HOUR else -LOOKS
        self.actor: Actor | None = None
        self.steps = 0
        self.looks_often = False  # in a long pause, so that its clock is not exact any more
        self.thread: object = None
        self.worker = module.StoppableWorker(self.work, pause)

    def work(self) -> object:
        """One round."""
        me = self.world.me()
        expect(self.world, me is not self.world.actors[0], "the main thread called work()")
        self.thread = self.thread or me
        expect(self.world, me is self.thread, "between start() and stop(), another thread called work() than the first")
        if self.asked is not None:
            self.late += 1
            text = f"{self.name}stop() was called, and the worker went on and on: it began {self.late} more rounds"
            expect(self.world, self.late < 4, text)
        self.rests()
        if me:
            me.naps = 0
        self.began.append(self.world.clock)
        self.world.sleep(self.takes)
        if me:
            self.actor, self.steps, me.naps = me, me.steps, self.naps
        self.ended.append(self.world.clock)
        return (None, False, True, 0)[len(self.ended) % 4]

    def rests(self) -> None:
        """See that the thread waits in its pauses, and is not busy all the time."""
        busy = self.actor and self.actor.steps - self.steps > BUSY and self.actor.naps == self.naps
        self.looks_often = self.looks_often or bool(self.actor and self.actor.looks_often)
        told = "in its pause it goes round and round, which keeps a processor busy; it is to wait"
        expect(self.world, not busy, f"{self.name}{told}")

    def start(self) -> None:
        """Call `start()`."""
        self.asked, self.thread, self.late, before = None, None, 0, self.world.clock
        self.world.doing = f"StoppableWorker: {self.name}start()"
        self.worker.start()
        waited = self.world.clock - before
        expect(self.world, waited == 0, f"start() returned after {waited:.1f} s: it waited for work() or for a pause")

    def sleep(self, seconds: float) -> None:
        """Let time go by."""
        self.world.doing = "the worker"
        self.world.sleep(seconds)
        self.rests()

    def stop(self, when: str, most: float, late: int = 0) -> None:
        """Call `stop()`, and look what it leaves behind."""
        self.world.doing = f"{self.name}stop() {when}"
        self.asked = before = self.world.clock
        caller = self.world.me()
        rounds = caller.spun if caller else 0
        self.worker.stop()
        busy = f"{self.world.doing} goes round and round, which keeps a processor busy; it is to wait"
        expect(self.world, not caller or caller.spun == rounds, busy)
        took, under_way = self.world.clock - before, len(self.began) - len(self.ended)
        in_it = f"{self.name}stop() returned in the middle of a round: the thread that does it has not ended"
        expect(self.world, under_way == 0, in_it)
        expect(
            self.world, took <= most + AT_ONCE or self.looks_often, f"{self.world.doing} returned {took:.1f} s later"
        )
        left = [f"{one}" for one in self.world.running if self.alone]
        expect(self.world, not left, f"{self.world.doing} returned, and {', '.join(left)} has not ended")
        expect(self.world, self.late <= late, f"{self.world.doing} was called, and then another round began")
        self.count(f"after {self.world.doing}")

    def count(self, when: str) -> None:
        """Look at `count`."""
        count, n = self.worker.count, len(self.ended)
        expect(self.world, count == n, f"{self.name}count is {count!r} {when.rstrip(',')}; finished rounds: {n}")

    def pauses(self) -> None:
        """Look how long the pauses were."""
        for end, begin in zip(self.ended, self.began[1:], strict=False):
            told = f"the pause is {self.pause} s, and the next round began {begin - end:.2f} s after the end of one"
            exact = self.pause / 4 if self.looks_often else min(AT_ONCE, 0.05 + self.pause / 50)
            expect(self.world, abs(begin - end - self.pause) <= exact, told)


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        failed = f"\n{world.failures[0]}" if world.failures else ""
        world.wrong(f"StoppableWorker: {told}{failed}")


@pytest.mark.parametrize("pause", [9, 0, 0.5, HOUR])
def test_rounds_pauses_and_count(pause: float) -> None:
    def scenario(world: World, module: Any) -> None:
        rounds = Rounds(world, module, pause)
        rounds.start()
        rounds.sleep(ROUND / 2)
        expect(world, len(rounds.began) == 1, f"{ROUND / 2} s after start(), {len(rounds.began)} rounds have begun")
        expect(world, rounds.began[0] <= 0.05, f"the first round began {rounds.began[0]:.1f} s after start()")
        rounds.count("in the middle of the first round")
        rounds.sleep(3 * (ROUND + pause))
        rounds.pauses()
        told = f"with a pause of {pause} s, {len(rounds.began)} rounds began in the time of 4 and nobody called stop()"
        expect(world, len(rounds.began) == 4 or rounds.looks_often, told)
        rounds.count("in the middle of the fourth round")
        rounds.stop("in the middle of a round", ROUND)
        before = len(rounds.began)
        rounds.sleep(3 * (ROUND + pause))
        expect(world, len(rounds.began) == before, "a round began after stop() had returned")

    judge(scenario)


def test_stop_cuts_the_pause_short() -> None:
    def scenario(world: World, module: Any) -> None:
        rounds = Rounds(world, module, pause=3600)
        rounds.start()
        rounds.sleep(ROUND + 10)
        rounds.count("in the pause after the first round")
        rounds.stop("came 10 s into a pause of 3600 s, and", 0)
        rounds.sleep(4000)
        expect(world, len(rounds.began) == 1, "a round began after stop() had returned")

    judge(scenario)


def test_stop_when_a_pause_is_just_over() -> None:
    def scenario(world: World, module: Any) -> None:
        rounds = Rounds(world, module, pause=2)
        rounds.start()
        world.doing = "the worker"
        world.wait(lambda: world.clock >= ROUND + 2, HOUR)  # the thread may have gone on, or not
        rounds.stop("at the very end of a pause", ROUND, late=1)

    judge(scenario, deep=True)


def test_stop_at_once_and_start_again() -> None:
    def scenario(world: World, module: Any) -> None:
        rounds = Rounds(world, module, pause=20)
        for _ in range(2):
            rounds.start()
            rounds.stop("right after start()", ROUND, late=1)
        before = len(rounds.began)
        rounds.start()
        rounds.sleep(ROUND + 20 + 1)
        begun = len(rounds.began) - before
        expect(world, begun == 2, f"start() after a stop() began {begun} rounds in the time of 2")
        rounds.stop("in the middle of a round", ROUND)

    judge(scenario, deep=True)


def test_a_long_round_is_finished() -> None:
    def scenario(world: World, module: Any) -> None:
        rounds = Rounds(world, module, pause=1, takes=90_000)
        rounds.start()
        rounds.sleep(2)
        rounds.stop("in the middle of a round of 25 hours", 90_000)

    judge(scenario)


def test_two_workers() -> None:
    def scenario(world: World, module: Any) -> None:
        one, other = Rounds(world, module, 12, name="the first worker's "), Rounds(world, module, 9, name="another's ")
        one.alone = other.alone = False
        one.start()
        other.start()
        one.sleep(ROUND + 1)
        one.stop("in a pause, with another worker at work,", 0)
        one.sleep(4 * (ROUND + 9))
        other.pauses()
        told = (
            "stop() of one worker stopped another one, too" if len(other.began) < 3 else "two workers share something"
        )
        expect(world, len(other.began) == 5, f"{told}: of the other's 5 rounds, {len(other.began)} began")
        expect(
            world, len(one.began) == 1, f"a stopped worker began {len(one.began) - 1} rounds while another one worked"
        )
        one.count("with another worker at work")
        one.start()
        one.sleep(1)
        other.stop("with another worker at work", ROUND)
        one.sleep(ROUND + 12)
        expect(
            world,
            len(one.began) == 3,
            f"of two workers one was stopped, and the other began {len(one.began)} of 3 rounds",
        )
        one.stop("after another worker was stopped", ROUND)
        expect(world, not world.running, "two workers were stopped, and a thread of theirs has not ended")

    judge(scenario)


def test_it_works_again() -> None:
    def scenario(world: World, module: Any) -> None:
        rounds = Rounds(world, module, pause=20)
        for turn in range(1, 4):
            rounds.start()
            rounds.sleep(ROUND + 20 + 1)
            told = f"after {turn} starts, {len(rounds.began)} rounds have begun, in the time of {2 * turn}"
            expect(world, len(rounds.began) == 2 * turn, told)
            rounds.count(f"in the middle of a round, after {turn} starts")
            rounds.stop("in the middle of a round", ROUND)

    judge(scenario)


def judge(scenario: Callable[[World, Any], None], deep: bool = False) -> None:
    """Play it with the learner's answer."""
    play(ANSWER, scenario, "StoppableWorker", deep=deep)
