"""`try_to_pay(-5)` should return the words of the error that its thread raises. Nothing catches it. Mend that."""

import threading


def pay(amount: int) -> None:
    """Pay, if there is something to pay."""
    if amount <= 0:
        raise ValueError(f"nobody can pay {amount} euros")


def try_to_pay(amount: int) -> str:
    """Call `pay(amount)` in a thread; return "paid", or the words of its ValueError, which may not leave the thread.

    Others may call this at the same time.
    """
    told = ["paid"]
    payer = threading.Thread(target=pay, args=(amount,))
    try:  # TODO: this is not the thread in which the error is raised.
        payer.start()
        payer.join()
    except ValueError as error:
        told[0] = str(error)
    return told[0]
