"""The check of `mend_last_slip`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck: the cooks work one after the other, and who would have to wait for a slip is told so.
"""

import queue
from typing import Any

import pytest
from called import expect, imported, outcome

mend_last_slip = imported("serve", "cook")
DISHES = ["soup", "fish", "rice"]
MOST_LOOKS = 100


class WaitsError(BaseException):
    """Raised where a cook would wait until somebody puts a slip into the queue."""


class LooksError(BaseException):
    """Raised where a cook looks into an empty queue again and again."""


class Slips(queue.Queue[Any]):
    """A queue in which nobody waits: a time-out is over at once."""

    looks = 0

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Take a slip, as from any queue."""
        if block and timeout is None and self.empty() and not getattr(self, "is_shutdown", False):
            raise WaitsError
        self.looks += self.empty()
        if self.looks > MOST_LOOKS:
            raise LooksError
        return super().get(block=False)


def ended(slips: Slips, made: list[object]) -> str:
    """How a call of `cook` ends: `returned`, `waits`, looks again and again, or with the exception that it raised."""
    try:
        outcome("cook()", lambda: mend_last_slip.cook(slips, made.append))
    except WaitsError:
        return "waits"
    except LooksError:
        return "looks again and again, in place of waiting"
    except Exception as error:
        return f"raised {error!r}"
    return "returned"


@pytest.mark.parametrize("dishes", [[], DISHES[:1]])
def test_a_cook_waits_as_long_as_more_may_be_ordered(dishes: list[str]) -> None:
    slips = Slips()
    for dish in dishes:
        slips.put(dish)
    how, ordered = ended(slips, []), f"{', '.join(dishes) or 'nothing'} was ordered"
    expect(how == "waits", f"{ordered} so far, and cook() {how}; more may come")


def test_a_dish_may_have_the_name_of_a_last_slip() -> None:
    slips = Slips()
    outcome("serve()", lambda: mend_last_slip.serve(slips, [], 1))
    for slip in slips.queue:
        words = f"serve() sends cooks home with {slip!r}, which may be the name of a dish"
        expect(not isinstance(slip, str), f"{words}: queue.Queue[str | None] has something else for that")


@pytest.mark.parametrize("cooks", [1, 2, 3])
@pytest.mark.parametrize("dishes", [DISHES, DISHES[:1], [], ["soup", "", "fish"], ["soup", "soup"]])
def test_all_dishes_are_cooked_and_all_cooks_go_home(dishes: list[str], cooks: int) -> None:
    slips, made = Slips(), list[object]()
    served = ""
    try:
        outcome("serve()", lambda: mend_last_slip.serve(slips, dishes, cooks))
    except Exception as error:
        served = repr(error)
    expect(not served, f"serve(slips, {dishes}, {cooks}) raised {served}")
    for number in range(1, cooks + 1):
        how = ended(slips, made)
        expect(how != "waits", f"serve(slips, {dishes}, {cooks}) was called, and cook {number} waits in cook() forever")
        expect(how == "returned", f"cook() {how}")
    left = [slip for slip in slips.queue if slip in dishes]
    expect(None not in made, "cook() called make(None); a last slip is no dish")
    expect(not left, f"all cooks have gone home, and cook() left {left} in the queue")
    expect(made == dishes, f"ordered were {dishes}, and cook() made {made}")


def test_another_evening() -> None:
    outcome("serve()", lambda: mend_last_slip.serve(Slips(), DISHES, 1))
    how = ended(Slips(), [])
    expect(how == "waits", f"an evening is over, and the next one begins with a new queue: cook() {how}; more may come")
