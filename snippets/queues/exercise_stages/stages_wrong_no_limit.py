"""Queues without a limit: the first stage swallows all items, however slow the others are.

The check says: stage 1 was at the first item, and 30 items were taken; 2 have room
"""

import queue
import threading

END = object()


def pipeline(items, stages, size):
    inboxes = [queue.Queue() for _ in stages]
    done = queue.Queue()

    def run(stage, inbox, outbox):
        while (item := inbox.get()) is not END:
            outbox.put(stage(item))
        outbox.put(END)

    threads = [threading.Thread(target=run, args=args) for args in zip(stages, inboxes, [*inboxes[1:], done])]
    for thread in threads:
        thread.start()
    for item in items:
        inboxes[0].put(item)
    inboxes[0].put(END)
    for thread in threads:
        thread.join()
    return list(iter(done.get, END))
