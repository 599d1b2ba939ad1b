"""Who waited in vain goes home, and the shop opens later.

The check says: visit() has come back, and go_in() was called 0 times
"""


def visit(opened, go_in):
    if opened.wait(timeout=0.1):
        go_in()
