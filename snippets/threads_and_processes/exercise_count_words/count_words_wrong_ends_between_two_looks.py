"""The child may send the number and end between a look into the pipe and one for the child.

The check says: returned 0, and the text has 300 words
"""

import multiprocessing


def count(text, sender):
    sender.send(len(text.split()))


def count_words(text, method):
    context = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=count, args=(text, sender))
    child.start()
    words = 0
    while child.is_alive():
        if receiver.poll():
            words = receiver.recv()
    return words
