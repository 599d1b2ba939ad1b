"""All calls put their words into one place.

The check says: try_to_pay(5), with try_to_pay(-5) at the same time, returned 'nobody can pay -5 euros'
"""

import threading


def pay(amount: int) -> None:
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")


told = "paid"


def work(amount):
    global told
    try:
        pay(amount)
    except ValueError as e:
        told = str(e)


def try_to_pay(amount):
    global told
    told = "paid"
    t = threading.Thread(target=work, args=(amount,))
    t.start()
    t.join()
    return told
