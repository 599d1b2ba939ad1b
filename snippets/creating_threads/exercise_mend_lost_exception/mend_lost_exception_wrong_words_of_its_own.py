"""It finds the words itself, and they are those of another error.

The check says: where pay(13) raises ValueError('the purse is empty'), returned 'nobody can pay 13 euros'
"""

import threading
def pay(amount):
    """Pay, if there is something to pay."""
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")

def try_to_pay(amount):
    told = ["paid"]
    def work():
        try:
            pay(amount)
        except ValueError:
            told[0] = f"nobody can pay {amount} euros"
    payer = threading.Thread(target=work)
    payer.start()
    payer.join()
    return told[0]
