"""Desk 2 cannot go on while desk 1 has the lock, however much one would like it to.

The check says: desk 2 cannot take step 4: it waits for lock, which desk 1 holds
"""

ORDER = "11" + "22222222"
