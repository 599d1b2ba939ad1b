"""The pool has as many workers as it likes, and they have names of their own.

The check says: answer() was called by threads with the names
"""

from concurrent.futures import ThreadPoolExecutor


def roll_call(names, answer):
    with ThreadPoolExecutor() as pool:
        return [future.result() for future in [pool.submit(answer) for _ in names]]
