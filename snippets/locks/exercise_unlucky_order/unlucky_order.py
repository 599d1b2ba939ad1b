"""Find an order of steps in which `last_seat.py` sells the last seat twice. That program stays as it is.

Both desks run `sell`. Write a 1 for each step of desk 1, and a 2 for each step of desk 2, from their first to their
last. Each line of `sell` that is run is a step, with two exceptions: `seats -= 1` is three, read, subtract and write;
and a `with` is run twice, to take the lock and to give it back. A desk that finds the lock taken waits, and that is a
step, too; it cannot take another one until the lock is free. The check runs the program, with real threads, in your
order.
"""

ORDER = "TODO"
