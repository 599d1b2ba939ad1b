"""Before the first result, map has taken every item of its input."""

from concurrent.futures import ThreadPoolExecutor


def stations():
    for number in range(1, 6):
        print("taken:", number)
        yield number


def ask(number):
    return f"station {number} has answered"


with ThreadPoolExecutor(max_workers=1) as executor:
    print(next(executor.map(ask, stations())))
