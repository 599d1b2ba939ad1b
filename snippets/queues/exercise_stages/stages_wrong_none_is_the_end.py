"""None is the end, and so an item that is None is the end, too.

The check says: it returned [1], which should be [1, None, 2]
"""

import queue
import threading

END = None


def pipeline(items, stages, size):
    inboxes = [queue.Queue(maxsize=size) for _ in stages]
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
