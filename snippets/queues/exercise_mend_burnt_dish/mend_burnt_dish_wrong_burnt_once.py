"""A dish that is burnt again is not noted again.

The check says: burnt is ['fish'] after cook(), and not ['fish', 'fish']
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            make(dish)
        except ValueError:
            if dish not in burnt:
                burnt.append(dish)
        finally:
            slips.task_done()
