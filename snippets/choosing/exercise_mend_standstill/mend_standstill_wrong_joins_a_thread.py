"""A thread waits for the scanner, and the loop waits for the thread.

The check says: fetch() stops the loop while a thread asks is_ready()
"""

import time
import threading

async def fetch(scanner):
    def wait():
        while not scanner.is_ready():
            time.sleep(0.1)
    t = threading.Thread(target=wait)
    t.start()
    t.join()
    return scanner.scan()
