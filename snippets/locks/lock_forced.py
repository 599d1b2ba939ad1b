"""Try to lose a ticket on purpose while the three steps are under a lock."""

import threading

sold = 0
sold_lock = threading.Lock()
both_have_read = threading.Barrier(2)


def sell():
    global sold
    with sold_lock:
        seen = sold
        try:
            both_have_read.wait(timeout=0.1)
        except threading.BrokenBarrierError:
            print("read", seen, "and nobody else came to read")
        sold = seen + 1


desks = [threading.Thread(target=sell) for _ in range(2)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("tickets sold: 2, counted:", sold)
