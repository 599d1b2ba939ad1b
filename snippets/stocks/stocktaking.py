"""Three clerks count a shelf each, meet at a barrier, and add up."""

import threading

counted = {}
totals = []
# --8<-- [start:barrier]
all_counted = threading.Barrier(3)


def take_stock(shelf, loaves):
    counted[shelf] = loaves
    all_counted.wait()
    totals.append(sum(counted.values()))


# --8<-- [end:barrier]
shelves = {"top": 10, "middle": 20, "bottom": 30}
clerks = [threading.Thread(target=take_stock, args=pair) for pair in shelves.items()]
for clerk in clerks:
    clerk.start()
for clerk in clerks:
    clerk.join()
print("each clerk's total:", totals)
