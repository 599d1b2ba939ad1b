"""A flag of the module says that no more will come. Nobody takes it down for the next evening.

The check says: cook() returned; more may come
"""

closed = False


def serve(slips, dishes, cooks):
    global closed
    for dish in dishes:
        slips.put(dish)
    closed = True


def cook(slips, make):
    while not (closed and slips.empty()):
        make(slips.get())
