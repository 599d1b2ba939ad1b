"""Two threads are inside one function at once, each with its own total."""

import threading

next_price = threading.Barrier(2)
totals = {}


def add_up(shop, prices):
    total = 0
    for price in prices:
        next_price.wait()  # nobody adds a price before both are here
        total = total + price
    totals[shop] = total


baker = threading.Thread(target=add_up, args=("bakery", [1, 2, 3]))
florist = threading.Thread(target=add_up, args=("flowers", [100, 200, 300]))
baker.start()
florist.start()
baker.join()
florist.join()
print("bakery ", totals["bakery"])
print("flowers", totals["flowers"])
