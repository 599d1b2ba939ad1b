"""Whoever reads the last slip puts it back for the next cook."""


def serve(slips, dishes, cooks):
    for dish in dishes:
        slips.put(dish)
    if cooks:
        slips.put(None)


def cook(slips, make):
    while (dish := slips.get()) is not None:
        make(dish)
    slips.put(None)
