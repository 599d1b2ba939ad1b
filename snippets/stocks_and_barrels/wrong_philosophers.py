"""Five philosophers take the left fork first, and nobody ever eats."""

import threading

forks = [threading.Lock() for _ in range(5)]
all_hold_left = threading.Barrier(5)
ate = []


def dine(seat):
    left, right = seat, (seat + 1) % 5
    with forks[left]:
        all_hold_left.wait()
        with forks[right]:
            ate.append(seat)


table = [threading.Thread(target=dine, args=(seat,), daemon=True) for seat in range(5)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join(timeout=0.1)
print("still at the table:", sum(philosopher.is_alive() for philosopher in table))
print("have eaten:", len(ate))
