"""A function in the function finds the pipe by itself. Under fork it does, and spawn cannot even start it.

The check says: count_words(text of 300 words, 'spawn') fails
"""

import multiprocessing


def count_words(text, method):
    context = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)

    def count():
        sender.send(len(text.split()))

    child = context.Process(target=count)
    child.start()
    words = receiver.recv()
    child.join()
    return words
