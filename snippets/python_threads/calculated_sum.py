"""The example of the original notes, repaired."""

import threading


def go() -> None:
    s = sum(i for i in range(100))
    print("Calculated sum", s)


thread = threading.Thread(target=go)
thread.start()
thread.join()
