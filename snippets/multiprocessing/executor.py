"""Get results and an exception out of a process pool executor."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def unit_price(total: int, pieces: int) -> float:
    return total / pieces


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    # --8<-- [start:submit]
    with ProcessPoolExecutor(max_workers=2, mp_context=spawn) as executor:
        cheap = executor.submit(unit_price, 60, 12)
        broken = executor.submit(unit_price, 60, 0)
        print(list(executor.map(unit_price, [60, 60], [3, 5])))
        print(cheap.result())
        print(repr(broken.exception()))
    # --8<-- [end:submit]
