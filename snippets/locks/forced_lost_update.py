"""Two desks sell one ticket each, and meet between read and write."""

import threading

sold = 0
both_have_read = threading.Barrier(2)


def sell():
    global sold
    # --8<-- [start:read]
    seen = sold
    # --8<-- [end:read]
    # --8<-- [start:meet]
    both_have_read.wait()
    # --8<-- [end:meet]
    # --8<-- [start:write]
    sold = seen + 1
    # --8<-- [end:write]


desks = [threading.Thread(target=sell) for _ in range(2)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("tickets sold: 2, counted:", sold)
