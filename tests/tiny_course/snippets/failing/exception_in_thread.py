"""An exception ends a thread, and not the program."""

import threading


def fail() -> None:
    raise ValueError("from the thread")


thread = threading.Thread(target=fail)
thread.start()
thread.join()
print("the main thread goes on")
