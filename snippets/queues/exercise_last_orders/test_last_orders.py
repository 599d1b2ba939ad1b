"""The check of `last_orders`: plain `pytest` in this folder runs it.

It leaves nothing to luck, and nothing to the clock: `turns.py` lets the threads take turns, so that a long evening
takes no time, and holds each of them at every place where an operating system may do so.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

import ast
import queue
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from turns import DONE, World, play, sleep

ANSWER = Path(__file__).with_name("last_orders.py")
HOUR = 3600.0  # seconds
DISHES = ["soup", "fish", "rice", "cake"]
NIGHT = [f"dish {number}" for number in range(150)]
OF_QUEUES = [getattr(queue, name)() for name in ("Empty", "Full", "ShutDown") if hasattr(queue, name)]
FIRES = [ValueError("burnt"), OSError("no gas"), KeyError("pan"), TimeoutError(), *OF_QUEUES]


def words_of_the_answer() -> list[str]:
    """The short texts in the learner's code: one of them may be what tells the cooks that the kitchen closes."""
    nodes = ast.walk(ast.parse(ANSWER.read_text(encoding="utf-8")))
    texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [sys.intern(text) for text in dict.fromkeys(texts) if len(text) < 30][:20]


class Evening:
    """A kitchen, and what becomes of its orders."""

    def __init__(self, world: World, module: Any, cooks: int, takes: float, burns: dict[str, Exception]) -> None:
        self.world, self.cooks, self.takes, self.burns = world, cooks, takes, burns
        self.slow: str | None = None  # a dish that takes until this is another one
        self.ordered: list[str] = []
        self.taken: list[str] = []
        self.plates: list[str] = []
        self.by: set[int] = set()
        self.now = self.most = 0
        self.before, self.is_closed = len(world.actors), False
        world.doing = f"Kitchen({cooks}, cook)"
        self.kitchen = module.Kitchen(cooks, self.cook)

    def cook(self, dish: str) -> str:
        """Cook a dish, which takes a while."""
        me = self.world.me()
        self.expect(me is not None and me.index > 0, "the main thread called cook(), which its threads should do")
        self.expect(not self.is_closed, f"close() has returned, and then a thread began to cook {dish!r}")
        self.by.add(me.index if me else 0)
        self.taken.append(dish)
        self.now += 1
        self.most = max(self.most, self.now)
        self.world.wait(lambda: dish != self.slow) if dish == self.slow else self.world.sleep(self.takes)
        self.now -= 1
        if dish in self.burns:
            raise self.burns[dish]
        plate = f"{dish} {len(self.plates)}" if dish else ""
        self.plates.append(plate)
        return plate

    def expect(self, right: bool, told: str) -> None:
        """Tell the learner, unless it is right."""
        if not right:
            failed = f"\n{self.world.failures[0]}" if self.world.failures else ""
            cooks = f"{self.cooks} cook{'s' * (self.cooks > 1)}"
            self.world.wrong(f"Kitchen with {cooks}: {told}{failed}")

    def order(self, *dishes: str) -> None:
        """Hand in orders."""
        for dish in dishes:
            self.world.doing, before = f"Kitchen: order({dish!r})", self.world.clock
            self.ordered.append(dish)
            self.kitchen.order(dish)
            waited = self.world.clock - before
            self.expect(waited == 0, f"order({dish!r}) waited until something was cooked; it should only hand in")
        self.world.doing = "Kitchen"

    def rest(self, seconds: float) -> None:
        """Let time go by in which nobody orders, and look whether all who have no work sleep."""
        self.world.sleep(1)
        those = [one for one in self.world.actors[self.before :] if one.state != "done"]
        before = [one.steps for one in those]
        self.world.sleep(seconds)
        awake = [one for one, steps in zip(those, before, strict=True) if one.steps > steps]
        where = f"\nIt is at {self.world.line(awake[0])}" if awake and awake[0].frame else ""
        told = f"without any order, a thread wakes up and looks for one; it has to sleep until one comes{where}"
        self.expect(self.now > 0 or not awake, told)

    def close(self) -> None:
        """Close the kitchen, and look what became of the orders."""
        self.world.doing = "Kitchen: close()"
        self.kitchen.close()
        self.is_closed = True
        left, here = len(self.world.running), len(self.world.actors) - self.before
        for dish, times in Counter(self.ordered).items():
            cooked = self.taken.count(dish)
            self.expect(self.now == 0, "close() came back while a dish was on the stove")
            self.expect(cooked > 0, f"close() came back, and nobody has cooked {dish!r}")
            self.expect(cooked == times, f"{dish!r} was ordered {often(times)} and cooked {often(cooked)}")
        self.expect(left == 0, "close() came back, and not all of its threads have ended")
        self.see_the_plates()
        told = f"{here} threads were started, and {self.cooks} is what was asked for"
        self.expect(here <= self.cooks, told)
        self.expect(not self.world.failures, "all was cooked, but a thread came to its end by an exception")

    def see_the_plates(self) -> None:
        """Look what came of the orders, all of which have been taken care of."""
        cooked, right = self.kitchen.cooked, self.plates
        when = "" if self.is_closed else "before close(), when all is cooked, "
        self.expect(listed(cooked) == listed(right), f"{when}cooked is {cooked!r}; cook() returned {right}")
        told = f"one cook has cooked {right} one after the other, and cooked is {cooked!r}"
        self.expect(self.cooks > 1 or list(cooked) == right, told)
        burnt, right = self.kitchen.burnt, [dish for dish in self.ordered if dish in self.burns]
        self.expect(listed(burnt) == listed(right), f"{when}burnt is {burnt!r}, not {right} in any order")


def listed(words: Any) -> list[str]:
    """The words of a list, in an order of our own."""
    return sorted(words, key=repr) if isinstance(words, list) else [f"no list: {words!r}"]


def often(times: int) -> str:
    """How often, in words."""
    return "once" if times == 1 else f"{times} times"


def judge(
    cooks: int,
    evening: Callable[[Evening], None],
    takes: float = 10,
    burns: dict[str, Exception] | None = None,
    deep: bool = False,
) -> None:
    """Let an evening happen in the learner's kitchen."""

    def scenario(world: World, module: Any) -> None:
        evening(Evening(world, module, cooks, takes, burns or {}))

    play(ANSWER, scenario, "Kitchen", deep=deep)


@pytest.mark.parametrize("cooks", [1, 2, 3, 9])
@pytest.mark.parametrize("takes", [0, 10, HOUR])
def test_all_orders_are_cooked_and_close_waits_for_them(cooks: int, takes: float) -> None:
    def evening(here: Evening) -> None:
        here.order(*DISHES)
        here.close()

    judge(cooks, evening, takes)


@pytest.mark.parametrize("cooks", [1, 3])
def test_close_comes_when_a_dish_is_on_the_stove(cooks: int) -> None:
    def evening(here: Evening) -> None:
        here.order(*DISHES)
        here.world.sleep(5)
        here.close()

    judge(cooks, evening)


@pytest.mark.parametrize("cooks", [1, 2])
def test_an_evening_without_guests(cooks: int) -> None:
    def evening(here: Evening) -> None:
        here.rest(HOUR)
        here.close()

    judge(cooks, Evening.close)
    judge(cooks, evening)


@pytest.mark.parametrize("cooks", [2, 3, 5])
def test_all_cooks_cook_at_the_same_time(cooks: int) -> None:
    def evening(here: Evening) -> None:
        here.rest(1)
        here.order(*NIGHT[: 2 * cooks])
        here.world.sleep(5)
        here.expect(
            here.most >= cooks, f"{2 * cooks} orders came, and {here.most} of {cooks} cooks cooked at the same time"
        )
        here.close()

    judge(cooks, evening)


@pytest.mark.parametrize("cooks", [2, 3])
def test_who_finds_no_order_sleeps_again(cooks: int) -> None:
    def evening(here: Evening) -> None:
        here.slow = "soup"
        here.order("soup")
        here.world.sleep(5)
        here.slow = None  # now two may take the next order: who was asleep, and who has just cooked
        here.order("fish")
        here.world.sleep(100)
        here.order(*NIGHT[:cooks])
        here.world.sleep(5)
        gone = sum(one.state == DONE for one in here.world.actors[here.before :])
        told = f"{cooks} orders came, and {here.now} of {cooks} cooks cooked at the same time"
        here.expect(here.now == cooks, told + f"; {gone} had gone home before close()" * (gone > 0))
        here.close()

    judge(cooks, evening)


@pytest.mark.parametrize("cooks", [1, 3])
def test_guests_come_late(cooks: int) -> None:
    def evening(here: Evening) -> None:
        for dish in ("soup", "fish", "rice"):
            here.rest(HOUR)
            here.order(dish)
            here.world.sleep(5)
            here.expect(dish in here.taken, f"{dish!r} was ordered when all were idle, and nobody began to cook it")
            here.world.sleep(6)
            here.see_the_plates()
        here.rest(HOUR)
        here.close()

    judge(cooks, evening)


def test_many_orders_at_once() -> None:
    def evening(here: Evening) -> None:
        here.order(*NIGHT)
        here.close()

    judge(2, evening, takes=1)


def test_equal_dishes_and_one_without_a_name() -> None:
    def evening(here: Evening) -> None:
        here.order("soup", "", "soup", "", "fish")
        here.close()

    judge(1, evening)
    judge(2, evening)


@pytest.mark.parametrize("cooks", [1, 2])
def test_a_dish_may_be_called_like_any_word_of_the_code(cooks: int) -> None:
    def evening(here: Evening) -> None:
        here.order(*words_of_the_answer(), "soup")
        here.close()

    judge(cooks, evening)


@pytest.mark.parametrize("fire", FIRES, ids=repr)
@pytest.mark.parametrize("cooks", [1, 2])
def test_a_burnt_dish_costs_no_other(fire: Exception, cooks: int) -> None:
    def evening(here: Evening) -> None:
        here.order("fish", "soup", "fish", "rice")
        here.world.sleep(100)
        if len(here.taken) == len(here.ordered):
            here.see_the_plates()
        here.order("fish", "cake")
        here.close()

    judge(cooks, evening, burns={"fish": fire})


def test_two_kitchens() -> None:
    def scenario(world: World, module: Any) -> None:
        one, other = Evening(world, module, 1, 10, {}), Evening(world, module, 2, 10, {})
        for kitchen, dish in ((other, "pie"), (one, "egg")):
            world.sleep(100)  # now the cooks of both are without an order
            kitchen.order(dish)
            world.sleep(5)
            told = f"of two kitchens, both idle, one was asked for {dish!r}, and nobody began to cook it"
            kitchen.expect(dish in kitchen.taken, told)
        one.order("soup")
        other.order("fish", "rice")
        world.doing = "Kitchen: close() of one of two kitchens"
        one.kitchen.close()
        world.sleep(100)
        other.order("cake")
        world.sleep(100)
        for kitchen in (one, other):
            told = f"of two kitchens, one was asked for {kitchen.ordered}, and its cook() cooked {kitchen.taken}"
            kitchen.expect(sorted(kitchen.ordered) == sorted(kitchen.taken), told)
        told = f"of two kitchens, one has cooked {one.plates}, and its cooked is {one.kitchen.cooked!r}"
        one.expect(listed(one.kitchen.cooked) == listed(one.plates), told)
        other.before, other.cooks = 0, 4
        other.close()

    play(ANSWER, scenario, "Kitchen", deep=False)


@pytest.mark.parametrize("cooks", [1, 2])
def test_threads_are_held_anywhere(cooks: int) -> None:
    def evening(here: Evening) -> None:
        here.order("soup", "fish")
        sleep(30)  # meanwhile one of the threads is held
        here.order("rice")
        here.world.sleep(25)  # who was held may still have to cook both others
        here.expect("rice" in here.taken, "'rice' was ordered, all else was done, and nobody began to cook it")
        here.close()

    judge(cooks, evening, burns={"fish": ValueError("burnt")}, deep=True)


def test_orders_right_before_the_end() -> None:
    def evening(here: Evening) -> None:
        here.order("soup", "fish")
        here.close()

    judge(2, evening, burns={"fish": ValueError("burnt")}, deep=True)
