"""An event lets every waiting thread pass, and all who come later."""

import threading

# --8<-- [start:event]
doors_open = threading.Event()
served: list[str] = []


def customer(name: str) -> None:
    doors_open.wait()
    served.append(name)


# --8<-- [end:event]


names = ["Ann", "Bob", "Cid"]
queue = [threading.Thread(target=customer, args=(name,)) for name in names]
for person in queue:
    person.start()
print("before opening:", served)
doors_open.set()
for person in queue:
    person.join()
print("after opening:", sorted(served))
print("may a late customer enter?", doors_open.wait(timeout=0.1))
doors_open.clear()
print("and after closing?", doors_open.wait(timeout=0.1))
