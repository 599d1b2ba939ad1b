"""A row is a list of steps. The check wants one text.

The check says: the row of ada must be one text with the steps of add_one
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
    "ada": ["read", "add", "write"],
    "ben": ["-", "-", "-", "read", "add", "write"],
}
