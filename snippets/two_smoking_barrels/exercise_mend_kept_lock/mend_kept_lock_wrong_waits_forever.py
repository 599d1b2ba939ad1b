"""A `with` gives back whatever was taken, and waits for ever.

The check says: comes to a standstill
"""


def try_to_hand_over(stock, till, count):
    with stock, till:
        count()
    return True
