"""Both have looked, so the seat will be sold twice. But an order goes on until both are done.

The check says: after these 6 steps desk 1 is at line 14
"""

ORDER = "111222"
