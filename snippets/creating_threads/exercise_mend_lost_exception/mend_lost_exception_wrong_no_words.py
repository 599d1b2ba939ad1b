"""That there was an error is not what it says.

The check says: try_to_pay(-5) returned 'ValueError'
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
        except Exception:
            told[0] = "ValueError"

    payer = threading.Thread(target=work)
    payer.start()
    payer.join()
    return told[0]
