"""A burnt dish is ordered once more.

The check says: cook() called make('fish') again
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            make(dish)
        except ValueError:
            slips.put(dish)
            burnt.append(dish)
        finally:
            slips.task_done()
