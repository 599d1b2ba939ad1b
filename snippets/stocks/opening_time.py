"""Three customers wait for the doors to open, and one comes late."""

import threading

# --8<-- [start:event]
doors_open = threading.Event()
served = []


def customer(name):
    doors_open.wait()
    served.append(name)


# --8<-- [end:event]
names = ["Ann", "Ben", "Cid"]
customers = [threading.Thread(target=customer, args=(name,)) for name in names]
for person in customers:
    person.start()
print("before opening:", served)
doors_open.set()
for person in customers:
    person.join()
print("after opening:", sorted(served))
print("may a late customer come in?", doors_open.wait(timeout=0.1))
doors_open.clear()
print("and after closing?", doors_open.wait(timeout=0.1))
