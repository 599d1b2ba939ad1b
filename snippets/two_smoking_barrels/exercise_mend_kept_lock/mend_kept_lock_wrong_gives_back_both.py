"""It gives back the lock that it did not get: it belongs to somebody else.

The check says: gives back till, which somebody else holds
"""


def try_to_hand_over(stock, till, count):
    stock.acquire()
    try:
        if not till.acquire(timeout=0.1):
            return False
        count()
        return True
    finally:
        till.release()
        stock.release()
