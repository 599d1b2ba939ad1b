"""An exception ends a child, and not its parent."""

import multiprocessing


def fail() -> None:
    raise ValueError("from the child")


if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=fail)
    child.start()
    child.join()
    print("the child ended with", child.exitcode)
