"""The parent counts, and the child hands the number back.

The check says: in the parent
"""

import multiprocessing
from multiprocessing.connection import Connection
from typing import Any


def count(text: str, sender: Connection) -> None:
    """Count the words; this runs in the child."""
    sender.send(text)


def count_words(text: str, method: str) -> int:
    """The number of words of the text, counted in a child that is started by the method."""
    context: Any = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=count, args=(len(text.split()), sender))
    child.start()
    words: int = receiver.recv()
    child.join()
    return words
