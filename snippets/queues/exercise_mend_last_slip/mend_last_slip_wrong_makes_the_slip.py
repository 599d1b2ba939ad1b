"""The cook looks at the slip after it has cooked it.

The check says: cook() called make(None)
"""


def serve(slips, dishes, cooks):
    for dish in dishes:
        slips.put(dish)
    for _ in range(cooks):
        slips.put(None)


def cook(slips, make):
    while True:
        dish = slips.get()
        make(dish)
        if dish is None:
            break
