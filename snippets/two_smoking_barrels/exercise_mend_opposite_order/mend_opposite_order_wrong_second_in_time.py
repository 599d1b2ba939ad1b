"""Who waits for the second lock too long goes on without it.

The check says: are in count() at the same time
"""

import threading
locks = {name: threading.Lock() for name in ("oven", "stock", "till")}
def hand_over(giver, taker, count):
    with locks[giver]:
        got = locks[taker].acquire(timeout=1)
        count()
        if got:
            locks[taker].release()
