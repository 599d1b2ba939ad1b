"""Two threads count the words of two reports, on a Python with the GIL."""

from threading import Thread


def count_words():
    for _ in range(6_000_000):
        pass


first = Thread(target=count_words)
second = Thread(target=count_words)
first.start()
second.start()
first.join()
second.join()

# /// run
# timeline = true
# shows = '''together < 0.05 * ran'''
# python = [">=3.11"]
# ///
