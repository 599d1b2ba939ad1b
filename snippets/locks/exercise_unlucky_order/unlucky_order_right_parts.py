"""Desk 1 looks, desk 2 sells from beginning to end, and desk 1 goes on with what it saw."""


def parts():
    look, all_steps, sell = 3, 10, 7
    yield "1" * look
    yield "2" * all_steps
    yield "1" * sell


ORDER = "".join(parts())
