"""join() waits until every order is done, also one that cannot be baked."""

import queue
import threading

orders = queue.Queue()


def bake():
    while True:
        order = orders.get()
        try:
            print("baked", int(order), "rolls")
        except ValueError:
            print("how many is", repr(order))
        finally:
            orders.task_done()


threading.Thread(target=bake, daemon=True).start()
for order in ["12", "a few", "6"]:
    orders.put(order)
orders.join()
print("all orders are done")
