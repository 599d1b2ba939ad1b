"""The third clerk never comes, and the barrier breaks for everybody."""

import threading

all_counted = threading.Barrier(3)
gave_up: list[str] = []


def take_stock(shelf: str) -> None:
    try:
        all_counted.wait(timeout=0.2)
    except threading.BrokenBarrierError:
        gave_up.append(shelf)


front = threading.Thread(target=take_stock, args=("front",))
back = threading.Thread(target=take_stock, args=("back",))
front.start()
back.start()
front.join()
back.join()
print("gave up:", sorted(gave_up))
all_counted.wait()

# /// run
# ends = "exit 1"
# ///
