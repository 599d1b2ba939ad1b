"""The event has come, so it is cleared for the next one. But it tells others, too, that the shop is open.

The check says: visit() calls go_in(), and opened is not set any more, though the shop is open
"""


def visit(opened, go_in):
    opened.wait()
    opened.clear()
    go_in()
