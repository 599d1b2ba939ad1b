"""A hundred thousand looks must be enough, for whatever shop.

The check says: visit() looks or waits in vain 100000 times, for 10000 seconds in all, and then calls go_in()
"""


def visit(opened, go_in):
    for _ in range(100_000):
        if opened.wait(timeout=0.1):
            break
    go_in()
