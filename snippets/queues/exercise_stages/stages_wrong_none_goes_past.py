"""None is taken for nothing, and goes past the stages.

The check says: it returned ['1', None, '2'], which should be ['1', 'None', '2']
"""

import queue
import threading

END = object()


def pipeline(items, stages, size):
    inboxes = [queue.Queue(size) for _ in stages]
    done = queue.Queue()

    def run(stage, inbox, outbox):
        while (item := inbox.get()) is not END:
            outbox.put(item if item is None else stage(item))
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
