"""A stage that ends tells nobody, and the next one waits forever.

The check says: waits forever: what it waits for does not come any more
"""

import queue
import threading

END = object()


def pipeline(items, stages, size):
    inboxes = [queue.Queue(maxsize=size) for _ in stages]
    done = queue.Queue()

    def run(stage, inbox, outbox):
        while (item := inbox.get()) is not END:
            outbox.put(stage(item))

    threads = [threading.Thread(target=run, args=args) for args in zip(stages, inboxes, [*inboxes[1:], done])]
    for thread in threads:
        thread.start()
    for item in items:
        inboxes[0].put(item)
    inboxes[0].put(END)
    for thread in threads:
        thread.join()
    return list(iter(done.get, END))
