"""Two desks sell one ticket each, with one lock around read and write."""

import threading

sold = 0
sold_lock = threading.Lock()


def sell():
    global sold
    with sold_lock:
        sold += 1


desks = [threading.Thread(target=sell, name=f"desk-{number}") for number in (1, 2)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("sold:", sold)

# /// run
# steps = ["sell"]
# shared = ["sold"]
# ///
