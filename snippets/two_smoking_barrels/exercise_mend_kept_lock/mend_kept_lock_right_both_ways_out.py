"""The lock is given back on both ways out, each with a line of its own."""


def try_to_hand_over(stock, till, count):
    stock.acquire()
    if not till.acquire(timeout=0.1):
        stock.release()
        return False
    count()
    till.release()
    stock.release()
    return True
