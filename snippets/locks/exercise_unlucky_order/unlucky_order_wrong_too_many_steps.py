"""`seats -= 1` is three steps, not four.

The check says: desk 2 cannot take step 14: it is done
"""

ORDER = "111" + "22222222222" + "1111111"
