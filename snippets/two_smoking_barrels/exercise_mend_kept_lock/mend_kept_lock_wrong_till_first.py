"""The locks have changed places, and `till` is kept however long `stock` is not free.

The check says: holds till while it waits for stock
"""

def try_to_hand_over(stock, till, count):
    if not till.acquire(timeout=0.1):
        return False
    with stock:
        count()
    till.release()
    return True
