"""The parent finds the words by a pattern, and the child counts no more than how many there are.

The check says: looked for words in the parent
"""

import multiprocessing
import re
from multiprocessing.connection import Connection
from typing import Any


def count(words: list[str], sender: Connection) -> None:
    """Count the words; this runs in the child."""
    sender.send(len(words))


def count_words(text: str, method: str) -> int:
    """The number of words of the text, counted in a child that is started by the method."""
    context: Any = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=count, args=(re.findall(r"\S+", text), sender))
    child.start()
    words: int = receiver.recv()
    child.join()
    return words
