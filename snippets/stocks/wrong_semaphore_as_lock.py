"""Two sellers at once are one too many for a read-modify-write."""

import threading

stock = 10
sellers_allowed = threading.Semaphore(2)
both_have_read = threading.Barrier(2)


def sell_one():
    global stock
    with sellers_allowed:
        loaves = stock
        both_have_read.wait()
        stock = loaves - 1


sellers = [threading.Thread(target=sell_one) for _ in range(2)]
for seller in sellers:
    seller.start()
for seller in sellers:
    seller.join()
print("ten loaves, two sold, left:", stock)
