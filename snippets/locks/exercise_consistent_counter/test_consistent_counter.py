"""The check of `consistent_counter`: plain `pytest` in this folder runs it."""

from collections.abc import Callable

from consistent_counter import Counter

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    def use(counter: Counter) -> None:
        counter.incr(5)
        counter.incr(7)

    def used(counter: Counter) -> None:
        told = counter.snapshot()
        assert told == (2, 12), f"after orders of 5 and 7 euros the snapshot is (2, 12), not {told}"

    in_every_order(Counter, {"one thread": use}, used)


def test_two_orders_at_once(in_every_order: InEveryOrder) -> None:
    def both_count(counter: Counter) -> None:
        orders, euros = counter.snapshot()
        assert (orders, euros) == (2, 12), f"orders of 5 and 7 euros make 2 and 12, not {orders} and {euros}"

    in_every_order(
        Counter,
        {"incr(5)": lambda counter: counter.incr(5), "incr(7)": lambda counter: counter.incr(7)},
        both_count,
    )


def test_a_snapshot_while_an_order_is_counted(in_every_order: InEveryOrder) -> None:
    class Shop:
        """A counter, and what was read from it."""

        def __init__(self) -> None:
            self.counter = Counter()
            self.told = (0, 0)

        def read(self) -> None:
            self.told = self.counter.snapshot()

    def was_true_once(shop: Shop) -> None:
        orders, euros = shop.told
        assert shop.told in ((0, 0), (1, 5)), f"a snapshot says {orders} order and {euros} euros, which was never true"

    in_every_order(
        Shop,
        {"incr(5)": lambda shop: shop.counter.incr(5), "snapshot()": lambda shop: shop.read()},
        was_true_once,
    )
