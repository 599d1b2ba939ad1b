"""Who waited in vain comes again."""


def visit(opened, go_in):
    if opened.wait(timeout=60):
        go_in()
    else:
        visit(opened, go_in)
