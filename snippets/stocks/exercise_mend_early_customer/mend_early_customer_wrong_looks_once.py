"""A look is no wait.

The check says: visit() has come back, and go_in() was called 0 times
"""


def visit(opened, go_in):
    if opened.is_set():
        go_in()
