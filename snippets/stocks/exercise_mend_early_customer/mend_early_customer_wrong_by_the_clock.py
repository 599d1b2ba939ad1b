"""No longer than an hour, says the clock.

The check says: seconds in all, and then calls go_in(), and the shop is not open yet
"""

import time


def visit(opened, go_in):
    closing_time = time.monotonic() + 3600
    while not opened.is_set() and time.monotonic() < closing_time:
        opened.wait(0.1)
    go_in()
