"""A burnt dish is reported twice: where it is burnt, and in the `finally`.

The check says: cook() called task_done() 3 times for 2 slips
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            make(dish)
        except ValueError:
            burnt.append(dish)
            slips.task_done()
        finally:
            slips.task_done()
