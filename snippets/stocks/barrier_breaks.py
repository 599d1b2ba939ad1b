"""The third clerk never comes, and the barrier breaks for everybody."""

import threading

all_counted = threading.Barrier(3)
gave_up = []


def take_stock(shelf):
    try:
        all_counted.wait(timeout=0.2)
    except threading.BrokenBarrierError:
        gave_up.append(shelf)


top = threading.Thread(target=take_stock, args=("top",))
bottom = threading.Thread(target=take_stock, args=("bottom",))
top.start()
bottom.start()
top.join()
bottom.join()
print("gave up:", sorted(gave_up))
all_counted.wait()

# /// run
# ends = "exit 1"
# ///
