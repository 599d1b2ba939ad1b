"""Count the words of several files, several files at once: in threads or in processes. You choose, and say why.

`count_words(paths, workers)` lets as many workers count at the same time as `workers` says, and no more; who calls it
counts nothing. A file that cannot be read is reported, and all the others count, however long it takes. No worker stays
behind when it has returned. `CHOICE` says what your workers are, and `REASON` why, in eight words at least.
"""

import os
import re
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

CHOICE = ""  # TODO: "threads" or "processes".
REASON = ""  # TODO: a sentence. What does a worker spend its time on, and how do the counts get back?

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


def count_words(paths: Sequence[Path], workers: int) -> Report:
    """The words of all files, counted by `workers` workers at once."""
    report = Report()
    # TODO: let the workers call `count_file`, and put together what they found.
    for path in paths[:workers]:
        report.words, worker = count_file(path)
        report.workers.add(worker)
    return report
