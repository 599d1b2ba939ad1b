"""The slip is reported before the dish is made, so the waiter goes while it is on the stove.

The check says: reported a slip as done before make('soup') was through
"""


def cook(slips, make, burnt):
    while True:
        dish = slips.get()
        slips.task_done()
        try:
            make(dish)
        except ValueError:
            burnt.append(dish)
