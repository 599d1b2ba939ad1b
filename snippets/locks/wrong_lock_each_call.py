"""Two desks sell one ticket each, with a lock made in each call."""

import threading

sold = 0
both_have_read = threading.Barrier(2)


def sell():
    global sold
    sold_lock = threading.Lock()
    with sold_lock:
        seen = sold
        both_have_read.wait()
        sold = seen + 1


desks = [threading.Thread(target=sell) for _ in range(2)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("tickets sold: 2, counted:", sold)
