"""A cook goes home when the queue is empty, and it is empty before the first order.

The check says: nothing was ordered so far, and cook() returned
"""


def serve(slips, dishes, cooks):
    for dish in dishes:
        slips.put(dish)


def cook(slips, make):
    while not slips.empty():
        make(slips.get())
