"""To add one is to change the counter, so nothing is left to write. But `value` is changed, and `counter` is not.

The check says: ENDS_IN_1 is at its end, and in add_one ada still has to write
"""

counter = 0


def add_one() -> None:
    """What each thread runs. `value` is its own, `counter` is shared. Leave this as it is."""
    global counter
    value = counter  # read
    value = value + 1  # add
    counter = value  # write


ENDS_IN_1 = {
    "ada": "read   -      add    -",
    "ben": "-      read   -      add",
}
ENDS_IN_2 = {
    "ada": "read   add    write  -      -      -",
    "ben": "-      -      -      read   add    write",
}
