"""Two desks sell one ticket each, with one lock around the write."""

import threading

sold = 0
sold_lock = threading.Lock()
both_have_read = threading.Barrier(2)


def sell():
    global sold
    seen = sold
    both_have_read.wait()
    with sold_lock:
        sold = seen + 1


desks = [threading.Thread(target=sell) for _ in range(2)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("tickets sold: 2, counted:", sold)
