"""The parent looks again and again whether the child has ended: no good neighbour, but it waits."""

import multiprocessing


def count(text, sender):
    sender.send(len(text.split()))


def count_words(text, method):
    context = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=count, args=(text, sender))
    child.start()
    while child.is_alive():
        pass
    return receiver.recv()
