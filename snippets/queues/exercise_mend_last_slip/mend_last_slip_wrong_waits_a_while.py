"""A cook goes home when no slip has come for a second, and then the guests arrive.

The check says: nothing was ordered so far, and cook() returned
"""

import queue


def serve(slips, dishes, cooks):
    for dish in dishes:
        slips.put(dish)


def cook(slips, make):
    while True:
        try:
            make(slips.get(timeout=1))
        except queue.Empty:
            return
