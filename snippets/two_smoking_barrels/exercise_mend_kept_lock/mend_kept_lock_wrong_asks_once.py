"""It asks for the second lock once, and waits for it no time at all.

The check says: waits for it less than 0.1 seconds
"""

def try_to_hand_over(stock, till, count):
    with stock:
        if not till.acquire(blocking=False):
            return False
        count()
        till.release()
        return True
