"""Who waited in vain waits once more, for longer, and goes in.

The check says: visit() calls go_in(), and the shop is not open yet
"""

def visit(opened, go_in):
    if not opened.wait(timeout=0.1):
        opened.wait(10)
    go_in()
