"""Five philosophers take the fork with the lower number first, and all eat."""

import threading

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5


def dine(seat):
    first, second = sorted([seat, (seat + 1) % 5])
    for _ in range(100):
        with forks[first], forks[second]:
            meals[seat] += 1


table = [threading.Thread(target=dine, args=(seat,)) for seat in range(5)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
print("still at the table:", sum(philosopher.is_alive() for philosopher in table))
print("meals:", meals)
