"""A word sends the cooks home, which may be the name of a dish.

The check says: serve() sends cooks home with 'end', which may be the name of a dish
"""


def serve(slips, dishes, cooks):
    for d in dishes:
        slips.put(d)
    for _ in range(cooks):
        slips.put("end")


def cook(slips, make):
    while (dish := slips.get()) != "end":
        make(dish)
