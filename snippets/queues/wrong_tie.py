"""Slips of one priority are compared by what comes next, and that cannot be."""

import queue

slips = queue.PriorityQueue()
slips.put((2, {"dish": "soup", "table": 4}))
slips.put((2, {"dish": "fish", "table": 4}))

# /// run
# ends = "exit 1"
# ///
