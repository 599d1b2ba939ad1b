"""Every item travels in a tuple with a word, so that no item looks like the end; the last stage fills a list."""

import queue
import threading


def pipeline(items, stages, size):
    results = []
    boxes = [queue.Queue(maxsize=size) for _ in stages]

    def run(stage, inbox, hand_on):
        word, item = inbox.get()
        while word == "item":
            hand_on(("item", stage(item)))
            word, item = inbox.get()
        hand_on(("end", None))

    hand_ons = [box.put for box in boxes[1:]]
    hand_ons.append(lambda pair: results.append(pair[1]) if pair[0] == "item" else None)
    threads = []
    for stage, box, hand_on in zip(stages, boxes, hand_ons, strict=True):
        threads.append(threading.Thread(target=run, args=(stage, box, hand_on)))
        threads[-1].start()
    for item in items:
        boxes[0].put(("item", item))
    boxes[0].put(("end", None))
    for thread in threads:
        thread.join()
    return results
