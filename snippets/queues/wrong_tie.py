"""Two slips of the same priority are compared by what comes next, which cannot be compared."""

import queue

slips = queue.PriorityQueue()
slips.put((2, {"dish": "soup", "table": 4}))
slips.put((2, {"dish": "fish", "table": 4}))

# /// run
# ends = "exit 1"
# ///
