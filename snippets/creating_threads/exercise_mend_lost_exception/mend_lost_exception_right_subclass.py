"""A thread that keeps its error as an attribute."""

import threading


def pay(amount):
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")


class Payer(threading.Thread):
    def __init__(self, amount):
        super().__init__()
        self.amount = amount
        self.told = ""

    def run(self):
        try:
            pay(self.amount)
            self.told = "paid"
        except ValueError as error:
            self.told = f"{error}"


def try_to_pay(amount):
    payer = Payer(amount)
    payer.start()
    payer.join()
    return payer.told
