"""`stock` is free meanwhile, and taken once more when `till` is there: in the opposite order.

The check says: holds till while it waits for stock, which it should take first
"""


def try_to_hand_over(stock, till, count):
    with stock:
        pass
    if not till.acquire(timeout=0.1):
        return False
    with stock:
        count()
    till.release()
    return True
