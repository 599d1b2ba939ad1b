"""A woken customer looks at the shelf again before reaching for it."""

import threading

shelf: list[str] = []
sold: list[str] = []
delivery = threading.Condition()
here = threading.Semaphore(0)


def buy() -> None:
    with delivery:
        here.release()
        while not shelf:
            delivery.wait()
        sold.append(shelf.pop(0))


customers = [threading.Thread(target=buy, name="customer") for _ in range(2)]
for customer in customers:
    customer.start()
    here.acquire()

for item in ["teapot", "kettle"]:
    with delivery:
        shelf.append(item)
        delivery.notify_all()
for customer in customers:
    customer.join()
print("sold:", sold)
