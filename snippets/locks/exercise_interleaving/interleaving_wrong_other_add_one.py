"""One line is safer than three. But then there is nothing left to put in order.

The check says: add_one must stay as it was
"""

counter = 0


def add_one() -> None:
    global counter
    counter += 1  # read, add, write


ENDS_IN_1 = {
    "ada": "read   -      add    write  -      -",
    "ben": "-      read   -      -      add    write",
}
ENDS_IN_2 = {
    "ada": "read   add    write  -      -      -",
    "ben": "-      -      -      read   add    write",
}
