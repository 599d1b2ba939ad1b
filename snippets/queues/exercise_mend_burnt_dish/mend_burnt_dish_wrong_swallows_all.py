"""Whatever goes wrong is taken for a burnt dish.

The check says: make('rice') raised a RuntimeError, and cook() went on
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            make(dish)
        except Exception:
            burnt.append(dish)
        finally:
            slips.task_done()
