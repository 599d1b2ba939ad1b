"""The `try` is around everything now, and still in the wrong thread.

The check says: ValueError: nobody can pay -5 euros
"""

import threading


def pay(amount):
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")


def try_to_pay(amount):
    try:
        payer = threading.Thread(target=pay, args=(amount,))
        payer.start()
        payer.join()
        return "paid"
    except Exception as error:
        return str(error)
