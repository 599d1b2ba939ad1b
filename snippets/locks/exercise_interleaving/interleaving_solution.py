"""To end in 1, both read before either writes. To end in 2, one has written before the other reads.

There are 20 tables without an impossible step. In 18 of them an update gets lost: only two end in 2.
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
    "ada": "read   add    write  -      -      -",
    "ben": "-      -      -      read   add    write",
}
