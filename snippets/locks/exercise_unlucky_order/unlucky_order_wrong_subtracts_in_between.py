"""Desk 2 comes in between the read and the write of desk 1. But there the lock is held, and it waits.

The check says: desk 2 cannot take step 8: it waits for lock, which desk 1 holds
"""

ORDER = "111111" + "2" + "2222222222" + "1111"
