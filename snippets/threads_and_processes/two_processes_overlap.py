"""Two processes run at once."""

from multiprocessing import get_context

Worker = get_context("fork").Process


def count() -> None:
    for _ in range(10_000_000):
        pass
    print("counted")


if __name__ == "__main__":
    first = Worker(target=count)
    second = Worker(target=count)
    first.start()
    second.start()
    first.join()
    second.join()

# /// run
# timeline = true
# shows = '''together > 0.3 * ran'''
# needs = ["fork"]
# ///
