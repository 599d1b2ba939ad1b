"""Two customers are woken for one teapot, and `if` lets both reach for it."""

import threading

shelf = []
sold = []
delivery = threading.Condition()
here = threading.Semaphore(0)


def buy():
    with delivery:
        here.release()
        if not shelf:
            delivery.wait()
        sold.append(shelf.pop(0))


customers = [threading.Thread(target=buy, name="customer") for _ in range(2)]
for customer in customers:
    customer.start()
    here.acquire()

with delivery:  # free only when both customers wait
    shelf.append("teapot")
    delivery.notify_all()
for customer in customers:
    customer.join()
print("sold:", sold)
