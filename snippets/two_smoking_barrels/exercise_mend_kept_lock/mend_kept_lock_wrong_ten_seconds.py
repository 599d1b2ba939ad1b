"""A longer time-out, so that it hardly ever ends in vain.

The check says: waits for it 10.0 seconds
"""

def try_to_hand_over(stock, till, count):
    with stock:
        if not till.acquire(timeout=10):
            return False
        count()
        till.release()
        return True
