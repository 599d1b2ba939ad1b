"""A last slip for each cook, and each of them in front of the dishes.

The check says: cook() left ['soup', 'fish', 'rice'] in the queue
"""


def serve(slips, dishes, cooks):
    for _ in range(cooks):
        slips.put(None)
    for dish in dishes:
        slips.put(dish)


def cook(slips, make):
    while (dish := slips.get()) is not None:
        make(dish)
