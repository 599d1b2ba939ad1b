"""A future can be asked for its exception, too."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def share(guests):
    return 60 // guests


def main():
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=2, mp_context=context) as executor:
        futures = {executor.submit(share, int(argument)): argument for argument in sys.argv[1:]}
    for future, argument in futures.items():
        got = "nothing" if future.exception() else f"{future.result()} rolls each"
        print(argument, "get", got)


if __name__ == "__main__":
    main()
