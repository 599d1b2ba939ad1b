"""The pipe is a global. A forked child has a copy of its ends, a spawned child makes a pipe of its own.

The check says: count_words(text of 300 words, 'spawn') waits forever
"""

import multiprocessing

receiver, sender = multiprocessing.Pipe(duplex=False)


def count(text):
    sender.send(len(text.split()))


def count_words(text, method):
    context = multiprocessing.get_context(method)
    child = context.Process(target=count, args=(text,))
    child.start()
    words = receiver.recv()
    child.join()
    return words
