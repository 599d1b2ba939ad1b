"""A threading.local is filled at import and used by two threads."""

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
