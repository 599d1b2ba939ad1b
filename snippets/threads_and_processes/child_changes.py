"""A forked child appends to the list that its parent made."""

import multiprocessing

# --8<-- [start:both]
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
# --8<-- [end:both]

# /// run
# needs = ["fork"]
# ///
