"""It counts, whether it has the second lock or not.

The check says: calls count() though somebody else holds till
"""


def try_to_hand_over(stock, till, count):
    with stock:
        taken = till.acquire(timeout=0.1)
        count()
        if taken:
            till.release()
        return taken
