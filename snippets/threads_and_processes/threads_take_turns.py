"""Two threads count, and take turns."""

from threading import Thread


def count():
    for _ in range(10_000_000):
        pass


if __name__ == "__main__":
    first = Thread(target=count)
    second = Thread(target=count)
    first.start()
    second.start()
    first.join()
    second.join()

# /// run
# timeline = true
# shows = '''together < 0.05 * ran or free_threaded'''
# ///
