"""What three kinds of child process find in a list of their module."""

from multiprocessing import get_context

orders = ["from the module"]


def look(method):
    print(f"{method}:", orders)


# --8<-- [start:children]
if __name__ == "__main__":
    orders.append("added by the parent")
    children = [
        get_context("fork").Process(target=look, args=("fork",)),
        get_context("spawn").Process(target=look, args=("spawn",)),
        get_context("forkserver").Process(target=look, args=("forkserver",)),
    ]
    for child in children:
        child.start()
        child.join()
# --8<-- [end:children]

# /// run
# needs = ["fork"]
# ///
