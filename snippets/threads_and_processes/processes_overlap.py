"""Two processes count at the same time."""

import multiprocessing

Process = multiprocessing.get_context("fork").Process


def count():
    for _ in range(10_000_000):
        pass


if __name__ == "__main__":
    first = Process(target=count)
    second = Process(target=count)
    first.start()
    second.start()
    first.join()
    second.join()

# /// run
# timeline = true
# shows = '''together > 0.3 * ran'''
# needs = ["fork"]
# ///
