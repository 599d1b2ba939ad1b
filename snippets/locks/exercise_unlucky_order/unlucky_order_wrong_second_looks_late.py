"""Desk 2 waits at the lock while desk 1 sells, and then looks: too late.

The check says: the last seat is sold once, to Ann
"""

ORDER = "11111" + "2" + "11111" + "2222"
