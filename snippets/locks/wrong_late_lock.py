"""Two desks sell one ticket each: they read, and take the lock to write."""

import threading

sold = 0
sold_lock = threading.Lock()


def sell():
    global sold
    seen = sold
    with sold_lock:
        sold = seen + 1


desks = [threading.Thread(target=sell, name=f"desk-{number}") for number in (1, 2)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("sold:", sold)

# /// run
# output = "varies"
# because = "the lock comes after the read"
# rare = true
# steps = ["sell"]
# shared = ["sold"]
# ///
