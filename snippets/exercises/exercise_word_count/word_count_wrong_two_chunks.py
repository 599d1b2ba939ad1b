"""Hands out the files in two chunks, however many workers there are.

The check says: count_words did not read 3 files at once with 3 workers, but 2
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


def attempt(path: Path) -> tuple[Path, tuple[Counter[str], Worker] | str]:
    """What became of a file: its words and who counted them, or why it could not be read."""
    try:
        return path, count_file(path)
    except (OSError, UnicodeDecodeError) as error:
        return path, repr(error)


def count_words(paths: Sequence[Path], workers: int) -> Report:
    """The words of all files, counted by `workers` workers at once."""
    report = Report()
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for path, outcome in pool.imap_unordered(attempt, paths, chunksize=max(1, len(paths) // 2)):
            if isinstance(outcome, str):
                report.unread[path] = outcome
            else:
                report.words.update(outcome[0])
                report.workers.add(outcome[1])
    return report
