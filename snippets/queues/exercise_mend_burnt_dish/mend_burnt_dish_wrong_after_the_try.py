"""Behind the `try`, which an exception of another kind leaves earlier.

The check says: make('rice') raised a RuntimeError
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            make(dish)
        except ValueError:
            burnt.append(dish)
        slips.task_done()
