"""Two spawned processes and their parent count in one piece of memory."""

import multiprocessing


def sell(sold):
    for _ in range(1000):
        with sold.get_lock():
            sold.value += 1


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    sold = context.Value("i", 0)
    shops = [context.Process(target=sell, args=(sold,)) for _ in range(2)]
    for shop in shops:
        shop.start()
    for shop in shops:
        shop.join()
    print("sold:", sold.value)
