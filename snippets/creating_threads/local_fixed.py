"""The __init__ of a threading.local subclass runs once in each thread."""

import threading


class Basket(threading.local):
    def __init__(self):
        self.articles = []


def buy(article):
    basket.articles.append(article)
    print(basket.articles)


basket = Basket()
buy("bread")
customer = threading.Thread(target=buy, args=("cake",), name="customer")
customer.start()
customer.join()
