"""Without a thread there is no mistake about threads.

The check says: but only lay_table() has begun
"""


def breakfast(bake, lay_table, eat):
    lay_table()
    bake()
    eat()
