"""The thread returns the words, but nobody gets what a thread returns.

The check says: try_to_pay(5) returned None
"""

import threading


def pay(amount):
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")


def try_to_pay(amount):
    def work():
        try:
            pay(amount)
        except ValueError as error:
            return str(error)
        return "paid"

    payer = threading.Thread(target=work)
    payer.start()
    return payer.join()
