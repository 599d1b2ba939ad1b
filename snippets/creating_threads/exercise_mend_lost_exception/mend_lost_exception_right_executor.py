"""An executor keeps the error until somebody asks."""

from concurrent.futures import ThreadPoolExecutor


def pay(amount):
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")


def try_to_pay(amount):
    with ThreadPoolExecutor(max_workers=1) as executor:
        payment = executor.submit(pay, amount)
    try:
        payment.result()
    except ValueError as error:
        return str(error)
    return "paid"
