"""An error that is a kind of ValueError is not taken for one.

The check says: make('fish') raised a CharredError, which is a ValueError, too, and cook() raised CharredError
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            make(dish)
        except Exception as e:
            if type(e) is not ValueError:
                raise
            burnt.append(dish)
        finally:
            slips.task_done()
