"""Two ways to hand the loop variable to a thread."""

import threading

# --8<-- [start:loop]
late = []
early = []
packers = []
for order in range(4):
    packers.append(threading.Thread(target=lambda: late.append(order)))
    packers.append(threading.Thread(target=early.append, args=(order,)))
for packer in packers:
    packer.start()
    packer.join()
print("lambda:", late)
print("args:  ", early)
# --8<-- [end:loop]
