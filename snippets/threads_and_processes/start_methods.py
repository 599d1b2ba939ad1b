"""What three kinds of child process find in a list of their module."""

import multiprocessing
from typing import Any

orders = ["from the module"]


def look(method: str) -> None:
    print(f"{method:10}", orders)


# --8<-- [start:children]
if __name__ == "__main__":
    orders.append("added by the parent")
    for method in ("fork", "spawn", "forkserver"):
        context: Any = multiprocessing.get_context(method)
        process = context.Process(target=look, args=(method,))
        process.start()
        process.join()
# --8<-- [end:children]

# /// run
# needs = ["fork"]
# ///
