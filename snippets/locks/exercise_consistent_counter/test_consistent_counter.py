"""The check of `consistent_counter`: plain `pytest` in this folder runs it."""

from collections.abc import Callable

from consistent_counter import Counter

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Shop:
    """A counter, and what was read from it."""

    def __init__(self) -> None:
        self.counter = Counter()
        self.told: list[object] = []

    def read(self) -> None:
        """Keep a snapshot."""
        told = self.counter.snapshot()
        self.told.append(told)

    def says(self, orders: int, euros: int, because: str) -> None:
        """See what a snapshot says now."""
        told = self.counter.snapshot()
        assert told == (orders, euros), f"{because}, so the snapshot is ({orders}, {euros}), not {told}"


def told_twice(shop: Shop) -> None:
    """Read two snapshots, one after the other."""
    shop.read()
    shop.read()


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    def use(shop: Shop) -> None:
        shop.says(0, 0, "nothing was counted")
        shop.counter.incr(5)
        shop.says(1, 5, "an order of 5 euros was counted")
        shop.counter.incr(7)
        shop.counter.incr(0)

    in_every_order(Shop, {"one thread": use}, lambda shop: shop.says(3, 12, "orders of 5, 7 and 0 euros were counted"))


def test_two_counters(in_every_order: InEveryOrder) -> None:
    def use(shops: list[Shop]) -> None:
        shops[0].counter.incr(5)

    in_every_order(
        lambda: [Shop(), Shop()],
        {"one thread": use},
        lambda shops: shops[1].says(0, 0, "another counter has counted an order of 5 euros, this one none"),
    )


def test_two_orders_at_once(in_every_order: InEveryOrder) -> None:
    for one, other in ((5, 7), (5, 5)):
        in_every_order(
            Shop,
            {
                f"incr({one})": lambda shop, one=one: shop.counter.incr(one),
                f"another incr({other})": lambda shop, other=other: shop.counter.incr(other),
            },
            lambda shop, one=one, other=other: shop.says(
                2, one + other, f"orders of {one} and {other} euros were counted"
            ),
        )


def test_a_snapshot_while_an_order_is_counted(in_every_order: InEveryOrder) -> None:
    def was_true_once(shop: Shop) -> None:
        told = shop.told[0]
        true = ((0, 0), (1, 5))
        assert told in true, f"while incr(5) counts the first order, a snapshot says {told}, which was never true"
        shop.says(1, 5, "an order of 5 euros was counted")

    in_every_order(
        Shop, {"incr(5)": lambda shop: shop.counter.incr(5), "snapshot()": lambda shop: shop.read()}, was_true_once
    )


def test_two_snapshots_while_two_orders_are_counted(in_every_order: InEveryOrder) -> None:
    def were_true(shop: Shop) -> None:
        first, second = shop.told
        true: list[object] = [(0, 0), (1, 5), (2, 12)]
        for told in (first, second):
            assert told in true, f"while incr(5) and incr(7) are counted, a snapshot says {told}, which was never true"
        forth = true.index(first) <= true.index(second)
        assert forth, f"a snapshot says {first}, and the next one {second}: orders got lost"

    def count(shop: Shop) -> None:
        shop.counter.incr(5)
        shop.counter.incr(7)

    in_every_order(Shop, {"incr(5), incr(7)": count, "two snapshot()": told_twice}, were_true)


def test_a_snapshot_while_two_count(in_every_order: InEveryOrder) -> None:
    def was_true_once(shop: Shop) -> None:
        told = shop.told[0]
        true = ((0, 0), (1, 5), (1, 7), (2, 12))
        assert told in true, f"while incr(5) and incr(7) are counted, a snapshot says {told}, which was never true"
        shop.says(2, 12, "orders of 5 and 7 euros were counted")

    in_every_order(
        Shop,
        {
            "incr(5)": lambda shop: shop.counter.incr(5),
            "incr(7)": lambda shop: shop.counter.incr(7),
            "snapshot()": lambda shop: shop.read(),
        },
        was_true_once,
    )


def test_two_snapshots_at_once(in_every_order: InEveryOrder) -> None:
    def counted() -> Shop:
        shop = Shop()
        shop.counter.incr(5)
        return shop

    def same(shop: Shop) -> None:
        for told in shop.told:
            assert told == (1, 5), f"an order of 5 euros was counted, and one of two snapshot() at once says {told}"

    in_every_order(counted, {"snapshot()": Shop.read, "another snapshot()": Shop.read}, same)


def test_a_snapshot_after_an_order_while_another_counts(in_every_order: InEveryOrder) -> None:
    def count_and_read(shop: Shop) -> None:
        shop.counter.incr(5)
        shop.read()

    def has_it(shop: Shop) -> None:
        told = shop.told[0]
        assert told in ((1, 5), (2, 12)), f"incr(5) has come back, incr(7) is at work, and then a snapshot says {told}"

    in_every_order(Shop, {"incr(5), snapshot()": count_and_read, "incr(7)": lambda shop: shop.counter.incr(7)}, has_it)
