"""Processes fill in a global report: each fills in its own, and they are gone when the processes end.

The check says: count_words counted 'apples' 0 times; the files hold it 2 times
"""

import multiprocessing
import os
import re
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

CHOICE = "processes"
REASON = (
    "Taking a text apart is Python code and needs the GIL, so threads would use one core between them. "
    "Processes use all cores, and a count for each word is little to send back."
)

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


REPORT = Report()


def work(path):
    try:
        words, worker = count_file(path)
    except (OSError, UnicodeDecodeError) as error:
        REPORT.unread[path] = repr(error)
    else:
        REPORT.words.update(words)
        REPORT.workers.add(worker)


def count_words(paths, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        pool.map(work, paths)
    return REPORT
