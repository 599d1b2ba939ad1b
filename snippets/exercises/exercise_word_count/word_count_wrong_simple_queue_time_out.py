"""What has not come after ten seconds is given up.

The check says: after a time-out at line
"""

import os
import re
import threading
import queue
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

Worker = tuple[int, int]  # the id of its process, and that of its thread


@dataclass
class Report:
    """What came out of counting."""

    words: Counter[str] = field(default_factory=Counter)  # how often a word occurs, in all files together
    unread: dict[Path, str] = field(default_factory=dict)  # the files that cannot be read, each with its `repr(error)`
    workers: set[Worker] = field(default_factory=set)  # who counted


def count_file(path: Path) -> tuple[Counter[str], Worker]:
    """Count the words of one file; say who did it. Leave this function as it is.

    Raises OSError or UnicodeDecodeError for a file that cannot be read.
    """
    words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
    return Counter(words), (os.getpid(), threading.get_ident())


CHOICE = "threads"
REASON = "A worker mostly waits for the disk, and threads hand counts back without pickling."


def count_words(paths, workers):
    r, todo, done = Report(), queue.SimpleQueue(), queue.SimpleQueue()

    def work():
        for p in iter(todo.get, None):
            try:
                done.put((p, count_file(p), ""))
            except (OSError, UnicodeDecodeError) as e:
                done.put((p, None, repr(e)))

    ts = [threading.Thread(target=work) for _ in range(workers)]
    for t in ts:
        t.start()
    for p in paths:
        todo.put(p)
    for t in ts:
        todo.put(None)
    for _ in paths:
        try:
            p, got, bad = done.get(timeout=10)
        except queue.Empty:
            break
        if got:
            r.words.update(got[0])
            r.workers.add(got[1])
        else:
            r.unread[p] = bad
    for t in ts:
        t.join()
    return r
