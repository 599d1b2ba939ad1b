"""A forked child changes its own copy of the parent's list."""

import multiprocessing

orders = ["tea"]


def waiter(id_in_parent: int) -> None:
    orders.append("coffee")
    print("child: ", orders)
    print("same id as in the parent:", id(orders) == id_in_parent)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    process = context.Process(target=waiter, args=(id(orders),))
    process.start()
    process.join()
    print("parent:", orders)

# /// run
# needs = ["fork"]
# ///
