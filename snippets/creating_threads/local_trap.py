"""A threading.local is filled at import and used by two threads."""

import threading

basket = threading.local()
basket.articles = []


def buy(article):
    basket.articles.append(article)
    print(basket.articles)


buy("bread")
customer = threading.Thread(target=buy, args=("cake",), name="customer")
customer.start()
customer.join()
