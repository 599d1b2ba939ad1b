"""Two desks sell one ticket each, with a plain `+=`."""

import threading

sold = 0


def sell():
    global sold
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
