"""A dish without a name sends a cook home.

The check says: all cooks have gone home, and cook() left ['fish'] in the queue
"""


def serve(slips, dishes, cooks):
    for d in dishes:
        slips.put(d)
    for _ in range(cooks):
        slips.put(None)


def cook(slips, make):
    while dish := slips.get():
        make(dish)
