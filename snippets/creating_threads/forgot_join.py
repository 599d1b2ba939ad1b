"""A thread that nobody joins, and a sum that takes its time."""

import threading

main_is_done = threading.Event()
totals = []


# --8<-- [start:forgot]
def add_up(prices):
    main_is_done.wait()  # a long sum: it ends after the main thread
    totals.append(sum(prices))
    print("the sum is ready:", totals)


adder = threading.Thread(target=add_up, args=([20, 22],))
adder.start()
print("totals:", totals)
print("the main thread is done")
main_is_done.set()
# --8<-- [end:forgot]
