"""At the same time means in the same column. But one of two steps always comes first, and the table has to say which.

The check says: column 1: ada and ben both take a step of add_one
"""

counter = 0


def add_one() -> None:
    """What each thread runs. `value` is its own, `counter` is shared. Leave this as it is."""
    global counter
    value = counter  # read
    value = value + 1  # add
    counter = value  # write


ENDS_IN_1 = {
    "ada": "read   add    write",
    "ben": "read   add    write",
}
ENDS_IN_2 = {
    "ada": "read   add    write  -      -      -",
    "ben": "-      -      -      read   add    write",
}
