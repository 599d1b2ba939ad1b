"""If they take turns, step by step, neither overtakes the other. But both have read before the first one writes.

The check says: ENDS_IN_2: after these steps of add_one the counter is 1, not 2
"""

counter = 0


def add_one() -> None:
    """What each thread runs. `value` is its own, `counter` is shared. Leave this as it is."""
    global counter
    value = counter  # read
    value = value + 1  # add
    counter = value  # write


ENDS_IN_1 = {
    "ada": "read   -      add    write  -      -",
    "ben": "-      read   -      -      add    write",
}
ENDS_IN_2 = {
    "ada": "read   -      add    -      write  -",
    "ben": "-      read   -      add    -      write",
}
