"""Both locks are given back, and nobody learns how it went.

The check says: returned None
"""


def try_to_hand_over(stock, till, count):
    with stock:
        if till.acquire(timeout=0.1):
            try:
                count()
            finally:
                till.release()
