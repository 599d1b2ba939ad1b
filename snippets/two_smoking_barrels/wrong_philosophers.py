"""Five philosophers each take the fork of their own number first."""

import threading

forks = [threading.Lock() for _ in range(5)]
all_hold_one = threading.Barrier(5)
meals = [0] * 5


def dine(seat):
    first, second = seat, (seat + 1) % 5
    with forks[first]:
        all_hold_one.wait()
        with forks[second]:
            meals[seat] += 1


table = [threading.Thread(target=dine, args=(seat,), daemon=True) for seat in range(5)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join(timeout=0.1)
print("still at the table:", sum(philosopher.is_alive() for philosopher in table))
print("meals:", meals)
