"""Who gets no dish for a second goes home, and reports a slip that nobody took.

The check says: cook() called task_done() 5 times for 4 slips
"""

import queue


def cook(slips, make, burnt):
    while True:
        try:
            dish = slips.get(timeout=1)
            make(dish)
        except ValueError:
            burnt.append(dish)
        except queue.Empty:
            return
        finally:
            slips.task_done()
