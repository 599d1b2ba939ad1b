"""A dish that is ordered twice is served once.

The check says: ordered were ['soup', 'soup'], and cook() made ['soup']
"""


def serve(slips, dishes, cooks):
    for dish in dict.fromkeys(dishes):
        slips.put(dish)
    for _ in range(cooks):
        slips.put(None)


def cook(slips, make):
    while (dish := slips.get()) is not None:
        make(dish)
