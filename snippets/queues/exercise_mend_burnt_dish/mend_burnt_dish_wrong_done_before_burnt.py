"""The slip is reported before the dish is in `burnt`.

The check says: cook() reported the slip of 'fish' as done before burnt had the dish
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            try:
                make(dish)
            finally:
                slips.task_done()
        except ValueError:
            burnt.append(dish)
