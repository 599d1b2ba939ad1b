"""`wait` says how it ended: as long as the time was up first, it waits again."""


def visit(opened, go_in):
    while not opened.wait(timeout=0.1):
        pass
    go_in()
