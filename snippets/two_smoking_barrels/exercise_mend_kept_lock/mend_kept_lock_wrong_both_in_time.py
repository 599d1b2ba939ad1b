"""The first lock has a time-out, too.

The check says: somebody else gives back stock after a while, till is free, and try_to_hand_over() returned False
"""

def try_to_hand_over(stock, till, count):
    if not stock.acquire(timeout=0.1):
        return False
    try:
        if not till.acquire(timeout=0.1):
            return False
        count()
        till.release()
        return True
    finally:
        stock.release()
