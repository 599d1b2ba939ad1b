"""In the loop, the customer goes in again and again.

The check says: visit() calls go_in(), and the shop is not open yet
"""


def visit(opened, go_in):
    while not opened.wait(timeout=0.1):
        go_in()
