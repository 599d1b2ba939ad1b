"""Exceptions that are no `Exception` are forgotten.

The check says: make('rice') raised a KeyboardInterrupt, which ended cook(), and its slip was not reported as done
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            make(dish)
        except ValueError:
            burnt.append(dish)
        except Exception:
            slips.task_done()
            raise
        slips.task_done()
