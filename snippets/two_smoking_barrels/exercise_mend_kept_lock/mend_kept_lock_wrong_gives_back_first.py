"""`stock` is given back before anything is counted.

The check says: calls count() without the lock of: stock
"""


def try_to_hand_over(stock, till, count):
    with stock:
        taken = till.acquire(timeout=0.1)
    if taken:
        try:
            count()
        finally:
            till.release()
    return taken
