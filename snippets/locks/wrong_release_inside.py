"""Release a lock by hand inside the `with` block that will release it."""

import threading

till = threading.Lock()

with till:
    print("sold A1")
    till.release()

# /// run
# ends = "exit 1"
# ///
