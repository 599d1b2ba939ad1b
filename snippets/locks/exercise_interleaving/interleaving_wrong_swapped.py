"""When they take turns, both count; when one waits for the other, only one does. It is the other way round.

The check says: ENDS_IN_1: after these steps of add_one the counter is 2, not 1
"""

counter = 0


def add_one() -> None:
    """What each thread runs. `value` is its own, `counter` is shared. Leave this as it is."""
    global counter
    value = counter  # read
    value = value + 1  # add
    counter = value  # write


ENDS_IN_1 = {
    "ada": "read   add    write  -      -      -",
    "ben": "-      -      -      read   add    write",
}
ENDS_IN_2 = {
    "ada": "read   -      add    write  -      -",
    "ben": "-      read   -      -      add    write",
}
