"""The seller waits for an event that says that the prices are there."""

import threading

prices = {}
prices_are_there = threading.Event()


def sell(cake):
    prices_are_there.wait()
    print(cake, "costs", prices[cake])


def load_prices():
    prices["cheesecake"] = 4
    prices_are_there.set()


seller = threading.Thread(target=sell, args=("cheesecake",), name="seller")
loader = threading.Thread(target=load_prices)
seller.start()
loader.start()
loader.join()
seller.join()
print("the prices are loaded:", prices)
