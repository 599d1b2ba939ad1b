"""A word more than there are spaces: not where there are two, or a line break.

The check says: returned 301
"""

import multiprocessing
from multiprocessing.connection import Connection
from typing import Any


def count(text: str, sender: Connection) -> None:
    """Count the words; this runs in the child."""
    sender.send(text.count(" ") + 1)


def count_words(text: str, method: str) -> int:
    """The number of words of the text, counted in a child that is started by the method."""
    context: Any = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=count, args=(text, sender))
    child.start()
    words: int = receiver.recv()
    child.join()
    return words
