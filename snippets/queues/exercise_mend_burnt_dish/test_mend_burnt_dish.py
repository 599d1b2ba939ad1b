"""The check of `mend_burnt_dish`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck: there is one thread, and where the cook would wait for the next dish, the evening is over.
"""

import queue
from collections.abc import Sequence

import pytest
from called import expect, imported, outcome

mend_burnt_dish = imported("cook")
DISHES = ["soup", "fish", "rice", "cake"]


class CharredError(ValueError):
    """A ValueError of a kind of its own."""


class OverError(BaseException):
    """Raised where the cook would wait for the next dish."""


class Evening(queue.Queue[str]):
    """The slips of an evening, and what became of them. What is burnt or worse is said by `make`."""

    def __init__(self, trouble: dict[str, BaseException], dishes: Sequence[str] = DISHES) -> None:
        super().__init__()
        for dish in dishes:
            self.put(dish)
        self.trouble = trouble
        self.taken = self.done = 0
        self.over = False
        self.odd = self.last = ""
        self.made: list[str] = []
        self.burnt: list[str] = []

    def get(self, *_: object, **__: object) -> str:
        """Take a slip, unless there is none."""
        if self.over or self.empty():
            self.over = True
            raise OverError
        self.taken += 1
        return super().get()

    def task_done(self) -> None:
        """Count it; when the evening is over, nobody counts any more."""
        self.done += not self.over
        if self.done > self.taken:
            self.odd = self.odd or f"cook() called task_done() {self.done} times for {self.taken} slips"
        if isinstance(self.trouble.get(self.last), ValueError) and self.last not in self.burnt:
            self.odd = self.odd or f"cook() reported the slip of {self.last!r} as done before burnt had the dish"

    def make(self, dish: str) -> None:
        """Cook a dish, or raise what is to go wrong with it."""
        self.last = dish
        self.made.append(dish)
        if self.made.count(dish) > 1:
            self.odd, self.over = f"cook() called make({dish!r}) again", True
            raise OverError
        if self.done >= self.taken:
            self.odd = self.odd or f"cook() has reported a slip as done before make({dish!r}) was through"
        if dish in self.trouble:
            raise self.trouble[dish]

    def end(self) -> tuple[str, list[str]]:
        """How the evening ends, and what is burnt."""
        try:
            mend_burnt_dish.cook(self, self.make, self.burnt)
        except OverError:
            return "waits", self.burnt
        except BaseException as error:
            return f"raised {error!r}", self.burnt
        return "returned", self.burnt


def expect_all_reported(evening: Evening) -> None:
    """As many slips were reported as were taken, and none before it was dealt with."""
    expect(not evening.odd, evening.odd)
    burnt = "".join(f"make({dish!r}) raised a {type(evening.trouble[dish]).__name__}, and " for dish in evening.trouble)
    counted = f"{burnt}cook() called task_done() {evening.done} times for {evening.taken} slips"
    expect(evening.done == evening.taken, counted)


@pytest.mark.parametrize("kind", [ValueError, CharredError])
@pytest.mark.parametrize("bad", [[], ["fish"], ["soup", "cake"], DISHES])
def test_these_are_burnt(bad: list[str], kind: type[ValueError]) -> None:
    evening = Evening({dish: kind(f"{dish} is burnt") for dish in bad})
    how, burnt = outcome("cook()", evening.end)
    left = list(evening.queue)
    told = f"make({evening.last!r}) raised a {kind.__name__}, which is a ValueError, too, and cook() {how}"
    expect(kind is ValueError or how == "waits", told)
    expect_all_reported(evening)
    expect(how == "waits", f"cook() {how} after make({evening.last!r}), and {left} are left")
    expect(burnt == bad, f"burnt is {burnt} after cook(), and not {bad}")


def test_a_dish_without_a_name() -> None:
    evening = Evening({}, ["soup", "", "fish"])
    how, _ = outcome("cook()", evening.end)
    left = list(evening.queue)
    expect(how == "waits", f"cook() {how} when it had taken the dish '', and {left} are left")
    expect_all_reported(evening)


@pytest.mark.parametrize("error", [RuntimeError("fire"), KeyboardInterrupt("fire")], ids=repr)
def test_another_exception_ends_the_cook(error: BaseException) -> None:
    evening = Evening({"rice": error})
    how, burnt = outcome("cook()", evening.end)
    said = f"make('rice') raised a {type(error).__name__}"
    expect("fire" in how, f"{said}, and cook() did not; burnt is {burnt}")
    expect(evening.done == evening.taken, f"{said}, which ended cook(), and its slip was not reported as done")
    expect_all_reported(evening)
    expect(not burnt, f"{said}, which is no ValueError, and in burnt cook() has put {burnt}")
