"""A ProcessPoolExecutor calls a function of this program."""

from concurrent.futures import ProcessPoolExecutor


def square(number: int) -> int:
    print("squaring", number)
    return number**2


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(square, [2, 3])))
