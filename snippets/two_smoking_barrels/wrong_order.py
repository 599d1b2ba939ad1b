"""A seller looks up a price, and another thread loads the prices."""

import threading

prices = {}
seller_has_looked = threading.Event()


def sell(cake):
    try:
        print(cake, "costs", prices[cake])
    finally:
        seller_has_looked.set()


def load_prices():
    seller_has_looked.wait()  # a slow disk, slower than the seller
    prices["cheesecake"] = 4


seller = threading.Thread(target=sell, args=("cheesecake",), name="seller")
loader = threading.Thread(target=load_prices)
loader.start()
seller.start()
loader.join()
seller.join()
print("the prices are loaded:", prices)
