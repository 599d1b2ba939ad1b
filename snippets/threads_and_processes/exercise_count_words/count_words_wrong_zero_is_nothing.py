"""A text without words gets no number.

The check says: returned None, and the text has 0 words
"""

import multiprocessing


def count(text, sender):
    sender.send(len(text.split()))


def count_words(text, method):
    context = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=count, args=(text, sender))
    child.start()
    words = receiver.recv()
    child.join()
    if words:
        return words
