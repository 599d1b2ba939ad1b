"""Two threads run `add_one` at the same time. Fill in one order of steps that ends in 1, and one that ends in 2.

A table has a row for each thread, and time runs from left to right. In a column one thread at most takes a step, which
is the next line of its `add_one`; who does nothing there has a `-`. Both get to the end of it. The check runs two real
threads exactly as your tables say.
"""

counter = 0


def add_one() -> None:
    """What each thread runs. `value` is its own, `counter` is shared. Leave this as it is."""
    global counter
    value = counter  # read
    value = value + 1  # add
    counter = value  # write


# TODO: write read, add, write or - for each ? in the tables.
ENDS_IN_1 = {
    "ada": "read   ?      ?      ?      ?      ?",
    "ben": "-      ?      ?      ?      ?      ?",
}
ENDS_IN_2 = {
    "ada": "read   ?      ?      ?      ?      ?",
    "ben": "-      ?      ?      ?      ?      ?",
}
