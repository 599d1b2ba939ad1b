"""One `try` for the burnt dish, and one around it for the slip."""


def make_or_burn(dish, make, burnt):
    try:
        make(dish)
    except ValueError:
        burnt.append(dish)


def cook(slips, make, burnt):
    while True:
        try:
            make_or_burn(slips.get(), make, burnt)
        finally:
            slips.task_done()
