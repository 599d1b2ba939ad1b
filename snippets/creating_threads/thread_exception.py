"""A try around a thread, and an exception inside the thread."""

import threading


def pay(amount):
    if amount < 0:
        raise ValueError("a payment cannot be negative")


payment = threading.Thread(target=pay, args=(-5,), name="payment")
try:
    payment.start()
    payment.join()
except ValueError:
    print("caught")
print("the main thread carries on")
