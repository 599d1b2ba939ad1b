"""It is no sleep, but a wait for an event that never comes, in the same thread: the loop stands still.

The check says: fetch() waits between two is_ready() in the thread of the loop, which stands still
"""

import threading


async def fetch(scanner):
    while not scanner.is_ready():
        threading.Event().wait(0.1)
    return scanner.scan()
