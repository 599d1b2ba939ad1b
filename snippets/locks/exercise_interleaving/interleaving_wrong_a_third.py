"""Cleo runs along, too. The check knows only ada and ben.

The check says: ENDS_IN_2 has the rows ada, ben, cleo; it needs those of ada and ben
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
    "ada": "read   add    write",
    "ben": "-      -      -      read   add    write",
    "cleo": "-",
}
