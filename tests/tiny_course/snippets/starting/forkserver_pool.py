"""A pool that starts its process with forkserver calls a function of this program."""

import multiprocessing


def square(number: int) -> int:
    print("squaring", number)
    return number**2


if __name__ == "__main__":
    with multiprocessing.get_context("forkserver").Pool(1) as pool:
        print(pool.map(square, [2, 3]))
