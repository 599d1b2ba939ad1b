"""Joined before it is received: one number has room in the pipe."""

import multiprocessing
from multiprocessing.connection import Connection
from typing import Any


def count(text: str, sender: Connection) -> None:
    """Count the words; this runs in the child."""
    sender.send(len(text.split()))


def count_words(text: str, method: str) -> int:
    """The number of words of the text, counted in a child that is started by the method."""
    context: Any = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=count, kwargs={"sender": sender, "text": text})
    child.start()
    child.join()
    words: int = receiver.recv()
    return words
