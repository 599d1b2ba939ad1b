"""Every dish that goes wrong is burnt.

The check says: make('rice') raised a RuntimeError, which is no ValueError, and in burnt cook() has put ['rice']
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            make(dish)
            slips.task_done()
        except Exception as e:
            burnt.append(dish)
            slips.task_done()
            if not isinstance(e, ValueError):
                raise
