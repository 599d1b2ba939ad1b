"""The `try` is in the right thread, and nobody waits for what comes of it.

The check says: try_to_pay(5) has returned, and pay() was called 0 times until then
"""

import threading


def pay(amount):
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")


def try_to_pay(amount):
    told = ["paid"]

    def work():
        try:
            pay(amount)
        except ValueError as error:
            told[0] = str(error)

    threading.Thread(target=work).start()
    return told[0]
