"""The check of `mend_burnt_dish`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck: there is one thread, and where the cook would wait for the next dish, the evening is over.
"""

import queue
from collections.abc import Sequence

import pytest
from called import expect, imported, outcome

mend_burnt_dish = imported("cook")
DISHES = ["soup", "fish", "rice", "cake"]
LOOKS = 9  # so often a cook may look again, with a time-out, whether there is a dish


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
        self.trouble, self.dishes = trouble, dishes
        self.taken = self.done = self.looks = 0
        self.over = False
        self.odd = self.last = ""
        self.made: list[str] = []
        self.burnt: list[str] = []

    def get(self, block: bool = True, timeout: float | None = None) -> str:
        """Take a slip, unless there is none; a time-out is over at once."""
        if not self.over and self.empty() and self.looks < LOOKS and (timeout is not None or not block):
            self.looks += 1
            raise queue.Empty
        if self.over or self.empty():
            self.over = True
            raise OverError
        self.taken += 1
        return super().get()

    def task_done(self) -> None:
        """Count it; when the evening is over, nobody counts any more."""
        self.done += not self.over
        if self.done > self.taken:
            self.odd = self.odd or f"cook() called task_done() {self.done} times for {slips(self.taken)}"
        if isinstance(self.trouble.get(self.last), ValueError) and not self.has_burnt(self.last):
            self.odd = self.odd or f"cook() reported the slip of {self.last!r} as done before burnt had the dish"

    def has_burnt(self, dish: str) -> bool:
        """Whether the dish is among the burnt ones as often as it was made."""
        return self.burnt.count(dish) == self.made.count(dish)

    def make(self, dish: str) -> None:
        """Cook a dish, or raise what is to go wrong with it."""
        self.last = dish
        self.made.append(dish)
        if self.made.count(dish) > self.dishes.count(dish):
            self.odd, self.over = f"cook() called make({dish!r}) again", True
            raise OverError
        if self.done >= self.taken:
            self.odd = self.odd or f"cook() has reported a slip as done before make({dish!r}) was through"
        if dish in self.trouble:
            raise self.trouble[dish]

    def left(self) -> str:
        """What is left when the cook has gone home."""
        return f"{list(self.queue)} are left" if self.queue else "more dishes may come"

    def end(self) -> tuple[str, list[str]]:
        """How the evening ends, and what is burnt."""
        try:
            mend_burnt_dish.cook(self, self.make, self.burnt)
        except OverError:
            return "waits", self.burnt
        except BaseException as error:
            return f"raised {error!r}", self.burnt
        return "returned", self.burnt


def slips(number: int) -> str:
    """So many slips, in words."""
    return "1 slip" if number == 1 else f"{number} slips"


def expect_all_reported(evening: Evening) -> None:
    """As many slips were reported as were taken, and none before it was dealt with."""
    expect(not evening.odd, evening.odd)
    burnt = "".join(f"make({dish!r}) raised a {type(evening.trouble[dish]).__name__}, and " for dish in evening.trouble)
    counted = f"{burnt}cook() called task_done() {evening.done} times for {slips(evening.taken)}"
    expect(evening.done == evening.taken, counted)


@pytest.mark.parametrize("kind", [ValueError, CharredError])
@pytest.mark.parametrize("bad", [[], ["fish"], ["soup", "cake"], DISHES])
def test_these_are_burnt(bad: list[str], kind: type[ValueError]) -> None:
    evening = Evening({dish: kind(f"{dish} is burnt") for dish in bad})
    how, burnt = outcome("cook()", evening.end)
    told = f"make({evening.last!r}) raised a {kind.__name__}, which is a ValueError, too, and cook() {how}"
    expect(kind is ValueError or how == "waits", told)
    expect_all_reported(evening)
    expect(how == "waits", f"cook() {how} after make({evening.last!r}), and {evening.left()}")
    expect(burnt == bad, f"burnt is {burnt} after cook(), and not {bad}")


def test_a_dish_without_a_name() -> None:
    evening = Evening({}, ["soup", "", "fish"])
    how, _ = outcome("cook()", evening.end)
    expect(how == "waits", f"cook() {how} when it had taken the dish '', and {evening.left()}")
    expect_all_reported(evening)


def test_a_dish_is_burnt_twice() -> None:
    evening = Evening({"fish": ValueError("fish is burnt")}, ["fish", "soup", "fish"])
    how, burnt = outcome("cook()", evening.end)
    told = f"make('fish') raised a ValueError each time, and burnt is {burnt} after cook()"
    expect(burnt == ["fish", "fish"], f"{told}, and not ['fish', 'fish']")
    expect_all_reported(evening)
    expect(how == "waits", f"cook() {how} after make({evening.last!r}), and {evening.left()}")


@pytest.mark.parametrize("error", [RuntimeError("fire"), KeyboardInterrupt("fire")], ids=repr)
def test_another_exception_ends_the_cook(error: BaseException) -> None:
    evening = Evening({"rice": error})
    how, burnt = outcome("cook()", evening.end)
    said = f"make('rice') raised a {type(error).__name__}"
    expect("fire" in how, f"{said}, and cook() {how if how != 'waits' else 'went on'}; burnt is {burnt}")
    expect(evening.done == evening.taken, f"{said}, which ended cook(), and its slip was not reported as done")
    expect_all_reported(evening)
    expect(not burnt, f"{said}, which is no ValueError, and in burnt cook() has put {burnt}")
