"""A time-out ends the waiting, and cancel stops what has not begun."""

import threading
from concurrent.futures import ThreadPoolExecutor

the_line_is_free = threading.Event()


def ask(station):
    the_line_is_free.wait()
    return f"{station} has answered"


# --8<-- [start:wait]
with ThreadPoolExecutor(max_workers=1) as executor:
    glacier = executor.submit(ask, "glacier")
    valley = executor.submit(ask, "valley")
    try:
        print(glacier.result(timeout=0.3))
    except TimeoutError:
        print("glacier: no answer in time")
    print("glacier, cancelled:", glacier.cancel())
    print("valley, cancelled:", valley.cancel())
    print("glacier, still running:", glacier.running())
    the_line_is_free.set()
print("after the block:", glacier.result())
# --8<-- [end:wait]
