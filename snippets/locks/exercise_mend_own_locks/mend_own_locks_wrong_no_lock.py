"""The lock did not help, so it is gone.

The check says: after two calls of sell(), sold is 1
"""

sold = 0


def sell(one_more):
    global sold
    sold = one_more(sold)
