"""The words are kept in the module: who pays after an error is told of it.

The check says: try_to_pay(5) after try_to_pay(-5) returned 'nobody can pay -5 euros'
"""

import threading
def pay(amount):
    """Pay, if there is something to pay."""
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")

told = ["paid"]
def try_to_pay(amount):
    def work():
        try:
            pay(amount)
        except ValueError as error:
            told[0] = str(error)
    payer = threading.Thread(target=work)
    payer.start()
    payer.join()
    return told[0]
