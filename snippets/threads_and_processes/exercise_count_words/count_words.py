"""Count the words of a text in a child process, and hand the number over to the parent.

`count_words(text, "fork")` and `count_words(text, "spawn")` start one child process, which counts. It sends the number
through a pipe, not a queue, and `count_words` returns it. The child has ended by itself by then, however long it takes.
Words are what `text.split()` finds, which only the child looks for.

A pipe has two ends: `receiver, sender = context.Pipe(duplex=False)` makes one. `sender.send(number)` puts a number in,
and `receiver.recv()` waits for it and takes it out. An end can be an argument of a process.
"""

import multiprocessing
from typing import Any

results: dict[str, int] = {}


def count(text: str) -> None:
    """Count the words; this runs in the child."""
    results["words"] = len(text.split())


def count_words(text: str, method: str) -> int:
    """The number of words of the text, counted in a child that is started by the method."""
    context: Any = multiprocessing.get_context(method)
    child = context.Process(target=count, args=(text,))
    child.start()
    child.join()
    return results["words"]  # TODO: this dictionary is the parent's. Let the child send its number through a pipe.
