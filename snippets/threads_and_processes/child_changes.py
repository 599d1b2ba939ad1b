"""A forked child appends to the list that its parent made."""

import multiprocessing

# --8<-- [start:both]
orders = ["tea"]


def waiter():
    orders.append("coffee")
    print("the child has", orders)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    process = context.Process(target=waiter)
    process.start()
    process.join()
    print("the parent has", orders)
# --8<-- [end:both]

# /// run
# needs = ["fork"]
# ///
