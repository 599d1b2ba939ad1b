"""With a buffersize of two, map takes two items ahead of the results."""

from concurrent.futures import ThreadPoolExecutor


def stations():
    for number in range(1, 6):
        print("taken:", number)
        yield number


def ask(number):
    return f"station {number} has answered"


with ThreadPoolExecutor(max_workers=1) as executor:
    for answer in executor.map(ask, stations(), buffersize=2):
        print(answer)

# /// run
# python = [">=3.14"]
# ///
