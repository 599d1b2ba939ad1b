"""The loop asks whether the item is true, and ends at the first 0.

The check says: waits forever: what it waits for does not come any more
"""

import queue
import threading


def pipeline(items, stages, size):
    inboxes = [queue.Queue(maxsize=size) for _ in stages]
    done = queue.Queue()

    def run(stage, inbox, outbox):
        while item := inbox.get():
            outbox.put(stage(item))
        outbox.put(None)

    threads = [threading.Thread(target=run, args=args) for args in zip(stages, inboxes, [*inboxes[1:], done])]
    for thread in threads:
        thread.start()
    for item in items:
        inboxes[0].put(item)
    inboxes[0].put(None)
    for thread in threads:
        thread.join()
    return list(iter(done.get, None))
