"""One desk after the other: the second one looks when the seat is gone.

The check says: the last seat is sold once, to Ann
"""

ORDER = "1111111111" + "2222"
