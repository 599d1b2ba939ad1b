"""A dish without a name sends the cook home.

The check says: cook() returned when it had taken the dish '', and ['fish'] are left
"""


def cook(slips, make, burnt):
    while dish := slips.get():
        try:
            make(dish)
        except ValueError:
            burnt.append(dish)
        finally:
            slips.task_done()
