"""The method is forgotten: the child starts as the system likes.

The check says: started its child by
"""

import multiprocessing
from multiprocessing.connection import Connection
from typing import Any


def count(text: str, sender: Connection) -> None:
    """Count the words; this runs in the child."""
    sender.send(len(text.split()))


def count_words(text: str, method: str) -> int:
    """The number of words of the text, counted in a child that is started by the method."""
    context: Any = multiprocessing.get_context("fork" if method == "spawn" else "spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=count, args=(text, sender))
    child.start()
    words: int = receiver.recv()
    child.join()
    return words
