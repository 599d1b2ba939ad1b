"""The one who writes first is overwritten, so let it write early. But it has nothing to write before it has added.

The check says: ENDS_IN_1, column 3: ada cannot write, it is in add_one before line
"""

counter = 0


def add_one() -> None:
    """What each thread runs. `value` is its own, `counter` is shared. Leave this as it is."""
    global counter
    value = counter  # read
    value = value + 1  # add
    counter = value  # write


ENDS_IN_1 = {
    "ada": "read   -      write  -      add    -",
    "ben": "-      read   -      add    -      write",
}
ENDS_IN_2 = {
    "ada": "read   add    write  -      -      -",
    "ben": "-      -      -      read   add    write",
}
