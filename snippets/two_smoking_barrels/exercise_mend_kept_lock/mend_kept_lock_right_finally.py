"""Two `finally`s."""


def try_to_hand_over(stock, till, count):
    stock.acquire()
    try:
        taken = till.acquire(timeout=0.1)
        if taken:
            try:
                count()
            finally:
                till.release()
        return taken
    finally:
        stock.release()
