"""The slip is reported, and after a burnt dish the cook goes home.

The check says: cook() returned after make('fish'), and ['rice', 'cake'] are left
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        try:
            make(dish)
        except ValueError:
            burnt.append(dish)
            return
        finally:
            slips.task_done()
