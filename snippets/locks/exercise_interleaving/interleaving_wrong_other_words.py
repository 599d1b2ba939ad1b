"""Who reads, reads. But a step is called as in the comments.

The check says: ENDS_IN_1, column 1: reads is not a step of add_one
"""

counter = 0


def add_one() -> None:
    """What each thread runs. `value` is its own, `counter` is shared. Leave this as it is."""
    global counter
    value = counter  # read
    value = value + 1  # add
    counter = value  # write


ENDS_IN_1 = {
    "ada": "reads  -      adds   writes -      -",
    "ben": "-      reads  -      -      adds   writes",
}
ENDS_IN_2 = {
    "ada": "read   add    write  -      -      -",
    "ben": "-      -      -      read   add    write",
}
