"""A last slip behind each dish: so the first cook goes home after the first dish.

The check says: cook() left ['fish', 'rice'] in the queue
"""


def serve(slips, dishes, cooks):
    for dish in dishes:
        slips.put(dish)
        slips.put(None)


def cook(slips, make):
    while (dish := slips.get()) is not None:
        make(dish)
