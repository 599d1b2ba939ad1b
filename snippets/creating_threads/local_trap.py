"""A threading.local filled at import is filled for one thread only."""

import threading

basket = threading.local()
basket.articles = []


def buy(article: str) -> None:
    basket.articles.append(article)
    print(basket.articles)


buy("lock")
customer = threading.Thread(target=buy, args=("barrel",), name="customer")
customer.start()
customer.join()
