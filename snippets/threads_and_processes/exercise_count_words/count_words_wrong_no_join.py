"""The number is there, so the child must have ended? It has sent, and perhaps it still runs.

The check says: count_words(text of 300 words, 'fork') returned, and did not wait for the end of 1 of its processes
"""

import multiprocessing


def count(text, sender):
    sender.send(len(text.split()))


def count_words(text, method):
    context = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=count, args=(text, sender))
    child.start()
    return receiver.recv()
