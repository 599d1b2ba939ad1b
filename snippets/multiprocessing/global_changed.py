"""Change a global variable in a child process."""

import multiprocessing

stock = 10


def sell(pieces: int) -> None:
    global stock
    stock -= pieces
    print("In the child: ", stock)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    seller = context.Process(target=sell, args=(3,))
    seller.start()
    seller.join()
    print("In the parent:", stock)
