"""The `try` is where the error is raised: in a function that the thread runs."""

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

    def work() -> None:
        try:
            pay(amount)
        except ValueError as error:
            told[0] = str(error)

    payer = threading.Thread(target=work)
    payer.start()
    payer.join()
    return told[0]
