"""The `except` catches it, since `pay` is called by the thread that waits.

The check says: pay() is called in the thread that calls try_to_pay()
"""

import threading


def pay(amount):
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")


def try_to_pay(amount):
    try:
        payer = threading.Thread(target=pay(amount))
        payer.start()
        payer.join()
    except ValueError as error:
        return str(error)
    return "paid"
