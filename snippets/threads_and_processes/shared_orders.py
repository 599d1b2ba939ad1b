"""Two threads change one list."""

import threading

orders = ["tea"]


def waiter():
    print("the waiter sees", orders)
    orders.append("coffee")


thread = threading.Thread(target=waiter)
thread.start()
thread.join()
print("the main thread sees", orders)
